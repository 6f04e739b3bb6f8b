import type { MantineColorsTuple } from '@mantine/core';

/**
 * Our colours, from light to dark. Text in shade 7 on shade 0, and in shade 2 on the dark page, has a contrast of 4.5 and more (WCAG 2.2, AA).
 */
export const colours = {
  /** The ink of an envelope's inside: what can be pressed, and what goes on. */
  pli: ['#eef3fb', '#dbe6f6', '#b8cdec', '#93b2e2', '#6d96d6', '#4a79c6', '#2f62b5', '#1f4fa3', '#193f83', '#122e61'],
  /** Warm, as paper. */
  gray: ['#faf9f6', '#f4f2ed', '#eae7e0', '#dcd8cf', '#c3bfb5', '#8f8c84', '#66655f', '#4b4a47', '#33343a', '#1c1d22'],
  dark: ['#e8e6e0', '#cbcac5', '#abadb3', '#8e9199', '#4b4e56', '#373a41', '#292b31', '#1f2125', '#17181b', '#101114'],
  green: ['#ebf6f0', '#d3ecdd', '#a9d9bf', '#7cc59e', '#4fae7b', '#2f9461', '#228052', '#1b6d45', '#165838', '#0f3d28'],
  yellow: [
    '#fdf6e6',
    '#f9e9c3',
    '#f2d48d',
    '#e8bc56',
    '#d8a02e',
    '#ba8314',
    '#9a6a08',
    '#7e5500',
    '#634300',
    '#473000',
  ],
  red: ['#fdefef', '#f8dadb', '#efb4b7', '#e3878c', '#d66067', '#c5454e', '#b03740', '#992c35', '#7a232b', '#57181e'],
} as const satisfies Record<string, MantineColorsTuple>;
