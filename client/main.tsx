import '@fontsource-variable/rubik/wght.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/components.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { startLanguages } from './i18n/index.ts';
import { installPalette } from './ui/palette.ts';
import { startTheme } from './ui/theme.ts';

installPalette();
startTheme();
await startLanguages();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
