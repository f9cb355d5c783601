import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** Starts Chromium; headless, and with nothing that calls out by itself. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
    ],
  });
}

/** One person's browser: their own storage, language and screen. */
export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** What went wrong on the page: uncaught errors and errors on the console. */
  errors: string[];
  /** Every address asked for, WebSockets too. */
  requests: string[];
}

export interface VisitorOptions {
  language?: string;
  width?: number;
  height?: number;
  dark?: boolean;
  phone?: boolean;
}

export async function newVisitor(browser: Browser, options: VisitorOptions = {}): Promise<Visitor> {
  const { language = 'en-GB', width = 1440, height = 900, dark = false, phone = false } = options;
  const context = await browser.newContext({
    locale: language,
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    hasTouch: phone,
    isMobile: phone,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const visitor: Visitor = { page, context, errors: [], requests: [] };
  page.on('pageerror', (error) => visitor.errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && visitor.errors.push(message.text()));
  page.on('request', (request) => visitor.requests.push(request.url()));
  page.on('websocket', (socket) => visitor.requests.push(socket.url()));
  return visitor;
}
