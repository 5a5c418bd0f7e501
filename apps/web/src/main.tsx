import '@fontsource-variable/inter';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './routes';
import { SessionGate } from './session/session-gate';
import './theme/global.css';
import { meaningfulColours, theme } from './theme/theme';

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no element with the id "root"');

createRoot(place).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={meaningfulColours} defaultColorScheme="auto">
      <Notifications position="bottom-center" />
      <SessionGate>
        <RouterProvider router={router} />
      </SessionGate>
    </MantineProvider>
  </StrictMode>,
);
