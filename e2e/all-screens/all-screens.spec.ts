import { join } from 'node:path';
import type { SampleScreen } from '../../scripts/lib/sample-screens.ts';
import { test } from '../fixtures/test.ts';

// Every screen on sample data, as wide as windows are, light and dark: for those who judge the looks.
// `npm run screenshots -- --all` says by the environment where the data are and what to open.

const widths = [900, 1280, 1920] as const;
const { EVENKEEL_PICTURES = '', EVENKEEL_PICTURES_DATA = '' } = process.env;
const { EVENKEEL_PICTURES_NOW = '', EVENKEEL_PICTURES_OF = '[]' } = process.env;
const screens = JSON.parse(EVENKEEL_PICTURES_OF) as readonly SampleScreen[];

test('every screen on sample data', async ({ launch }) => {
  test.setTimeout(600_000);
  const app = await launch({ dataDir: EVENKEEL_PICTURES_DATA, now: EVENKEEL_PICTURES_NOW });
  const page = await app.window();
  for (const { name, hash, shows } of screens) {
    await page.evaluate((address) => {
      location.hash = address;
    }, hash);
    await page.locator(`main :is(${shows})`).first().waitFor();
    await page
      .locator('main :is(p.loading, p.opening, [aria-busy="true"])')
      .waitFor({ state: 'detached' });
    for (const width of widths) {
      await page.setViewportSize({ width, height: Math.round(width * 0.625) });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.mouse.move(0, 0);
        const file = `${name}-${String(width)}-${colorScheme}.png`;
        await page.screenshot({
          path: join(EVENKEEL_PICTURES, file),
          caret: 'hide',
          fullPage: true,
        });
      }
    }
  }
});
