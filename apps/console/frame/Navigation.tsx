import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { areas, type Area } from '../routes.tsx';
import { useDesk, type AtDesk } from './desk.tsx';
import classes from './Frame.module.css';

/** The areas that a desk may open. */
export const areasOf = ({ desk, may }: AtDesk): Area[] =>
  areas.filter(({ kinds, scope }) => kinds.includes(desk.kind) && (scope === undefined || may(scope)));

export function Navigation() {
  const { t } = useTranslation('frame');
  const at = useDesk();
  const shown = areasOf(at).filter(({ name }) => name !== undefined);
  const groups = [...new Set(shown.map(({ group }) => group))];
  return (
    <>
      {groups.map((group) => (
        <div key={group} role="group" aria-labelledby={`nav-${group}`}>
          <div className={classes.group} id={`nav-${group}`}>
            {t(`group.${group}`)}
          </div>
          {shown
            .filter((area) => area.group === group)
            .map(({ path, name = 'home', icon: Icon }) => (
              <NavLink key={path} to={`/${path}`} className={classes.link ?? ''}>
                <Icon size={18} stroke={1.6} aria-hidden />
                {t(`nav.${name}`)}
              </NavLink>
            ))}
        </div>
      ))}
      {at.desk.mode === 'test' && <p className={classes.testNote}>{t('desk.testText')}</p>}
    </>
  );
}
