import { lazy } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { areas, outside } from '../routes.tsx';
import { Broken } from './Broken.tsx';
import { FirstPage } from './FirstPage.tsx';
import { Frame } from './Frame.tsx';
import { NotFound } from './NotFound.tsx';

const routeOf = ({ path, load }: { path: string; load: (typeof areas)[number]['load'] }): RouteObject => {
  const Page = lazy(load);
  return { path: `${path}/*`, element: <Page />, errorElement: <Broken /> };
};

/** All addresses below /app: those of the areas inside the frame, those for strangers outside of it. */
export const router = createBrowserRouter(
  [
    ...outside.map(routeOf),
    {
      element: <Frame />,
      errorElement: <Broken />,
      children: [
        { index: true, element: <FirstPage /> },
        ...areas.map(routeOf),
        { path: '*', element: <NotFound />, errorElement: <Broken /> },
      ],
    },
  ],
  { basename: '/app' },
);
