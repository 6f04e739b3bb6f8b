import '@mantine/core/styles.css';
import './frame/frame.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { queries } from './api/client.ts';
import { router } from './frame/router.tsx';
import { theme, variables } from './frame/theme.ts';
import { Waiting } from './components/Waiting.tsx';
import { startWords } from './words/words.ts';

/** The nonce that the server gave this page: style tags that Mantine makes bear it (see apps/api/console). */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
// Dialogs hold the page still by a style tag of a library that asks for the nonce under this name.
Object.assign(globalThis, { __webpack_nonce__: nonce });

// Where a dialog keeps the page from scrolling, its library looks for the nonce under this name.
Object.assign(globalThis, { __webpack_nonce__: nonce });

await startWords();
createRoot(document.querySelector('#root') as HTMLElement).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queries}>
        <Suspense fallback={<Waiting />}>
          <RouterProvider router={router} />
        </Suspense>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
