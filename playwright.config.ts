import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';

const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The browser named by CHROMIUM, else one on PATH, else undefined: the one that Playwright itself installed. */
function findChromium(): string | undefined {
  const { CHROMIUM, PATH = '' } = process.env;
  if (CHROMIUM) return CHROMIUM;
  const folders = PATH.split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable);
}

const SAME_WHEN_WIDE = [
  'account',
  'markets',
  'sign-in',
  'scarcity',
  'checkout',
  'find',
  'accessibility',
  'buy',
].map((name) => `**/${name}.spec.ts`);

/** The merchant's screens, which are worked with at a desk: in the short form they are walked through there. */
const AT_A_DESK = '**/dashboard*.spec.ts';

const executablePath = findChromium();

/** Journeys of people through a running shop: BASE_URL says where it is, CONTRACT_OWNER_KEY lets the stage be set. */
export default defineConfig({
  testDir: 'e2e/journeys',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  // One more than the cores of a small machine: a browser waits a good part of its time.
  workers: 3,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:3000',
    // Its snapshots of every act took a part of the time; a failure leaves a picture and what the page said. `--trace on` asks for more.
    trace: 'off',
    screenshot: 'only-on-failure',
    locale: 'en-US',
    timezoneId: 'UTC',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    {
      name: 'phone',
      testIgnore: process.env.LONG === '1' ? [] : AT_A_DESK,
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 },
    },
    {
      name: 'desktop',
      // In the short form a journey whose pages differ only in their width is made on the phone alone.
      testIgnore: process.env.LONG === '1' ? [] : SAME_WHEN_WIDE,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
    },
  ],
});
