import { IconLinkOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useLinkToken } from './link-token.ts';
import { Outside } from './Outside.tsx';

/** A page that a link out of a mail opens: what the link is for is looked up before anything is asked. */
export function OfLink<L>({
  title,
  missing,
  look,
  children,
}: {
  title: string;
  /** Said when the address holds no token: a mail program has cut it off. */
  missing: { title: string; text: string };
  /** Throws `Problem` when the link is over. */
  look: (token: string) => Promise<L>;
  children: (link: L, token: string) => ReactNode;
}) {
  const token = useLinkToken();
  const looked = useQuery({
    queryKey: ['link', title, token],
    enabled: token !== '',
    retry: false,
    queryFn: () => look(token),
  });
  if (token === '')
    return (
      <Outside title={title}>
        <Nothing icon={IconLinkOff} {...missing} />
      </Outside>
    );
  if (looked.isPending) return <Waiting />;
  if (looked.error)
    return (
      <Outside title={title}>
        <ProblemNote error={looked.error} />
      </Outside>
    );
  return children(looked.data, token);
}
