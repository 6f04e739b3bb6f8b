import { Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useIsLive } from '../api/live.tsx';
import classes from './Frame.module.css';

/** Whether what is shown moves by itself; in words, not by colour alone. */
export function LiveSign() {
  const { t } = useTranslation('frame');
  const isUp = useIsLive();
  return (
    <Box className={classes.live} data-up={isUp} role="status" visibleFrom="md">
      {t(isUp ? 'live.on' : 'live.off')}
    </Box>
  );
}
