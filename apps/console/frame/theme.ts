import { createTheme, rem, type CSSVariablesResolver } from '@mantine/core';
import { colours } from './colours.ts';

/** Calm and dense: much is read here, all day. Measures follow the 4 px grid. */
export const theme = createTheme({
  colors: colours,
  primaryColor: 'pli',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: false,
  white: '#ffffff',
  black: '#1c1d22',
  // Each system's own text face; without `system-ui`, which is anything on Linux.
  fontFamily: '-apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: rem(12), sm: rem(13.5), md: rem(15), lg: rem(17), xl: rem(20) },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: rem(26), lineHeight: '1.25' },
      h2: { fontSize: rem(18), lineHeight: '1.35' },
      h3: { fontSize: rem(15.5), lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  radius: { xs: rem(3), sm: rem(5), md: rem(7), lg: rem(10), xl: rem(16) },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right', allowDeselect: false } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 250, events: { hover: true, focus: true, touch: true } } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45 }, padding: 'lg' } },
    Paper: { defaultProps: { withBorder: true, radius: 'lg' } },
    Anchor: { defaultProps: { underline: 'hover' } },
    Menu: { defaultProps: { shadow: 'md', withinPortal: true } },
  },
});

/** Where Mantine's own choice of colour would be too faint, or white where ours is paper. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--pli-page': '#f6f5f1',
    '--pli-line': '#e3e0d8',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1c1d22',
    '--mantine-color-dimmed': '#5d5c57',
    '--mantine-color-placeholder': '#6f6d67',
    '--mantine-color-error': '#992c35',
    '--mantine-color-anchor': '#1f4fa3',
    '--mantine-color-default-border': '#cfcbc1',
    '--mantine-color-disabled': '#efede8',
    '--mantine-color-disabled-color': '#6a6862',
  },
  dark: {
    '--pli-page': '#17181b',
    '--pli-line': '#34363d',
    '--mantine-color-body': '#1f2125',
    '--mantine-color-text': '#e8e6e0',
    '--mantine-color-dimmed': '#abadb3',
    '--mantine-color-placeholder': '#9a9ca3',
    '--mantine-color-error': '#ee9a9f',
    '--mantine-color-anchor': '#9dbcf0',
    '--mantine-color-default-border': '#4b4e56',
    '--mantine-color-disabled': '#2b2d33',
    '--mantine-color-disabled-color': '#9b9da4',
  },
});
