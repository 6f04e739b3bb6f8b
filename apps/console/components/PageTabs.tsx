import { Link, useLocation } from 'react-router';
import classes from './PageTabs.module.css';

/** Pages that stand side by side, as links: the one shown is marked. */
export function PageTabs({
  label,
  tabs,
}: {
  label: string;
  tabs: readonly { readonly to: string; readonly path: string; readonly name: string }[];
}) {
  const { pathname } = useLocation();
  return (
    <nav aria-label={label} className={classes.tabs}>
      {tabs.map(({ to, path, name }) => (
        <Link key={path} to={to} className={classes.tab ?? ''} aria-current={pathname === path ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
