import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { inProject } from './lib/project.ts';
import { runCommand, say } from './lib/terminal.ts';

interface Icon {
  readonly source: 'app.svg' | 'tray.svg';
  readonly file: string;
  readonly size: number;
  readonly color: string;
}

const trayColors = { light: '#1d2b2b', dark: '#f2f4f1' } as const;

/** On a dark panel the icon is light: `tray-dark` is for dark panels. */
const icons: readonly Icon[] = [
  ...[256, 512, 1024].map((size) => ({
    source: 'app.svg' as const,
    file: `app-${size}.png`,
    size,
    color: '#000000',
  })),
  ...(['light', 'dark'] as const).flatMap((panel) =>
    [16, 22, 24, 32, 48].map((size) => ({
      source: 'tray.svg' as const,
      file: `tray-${panel}-${size}.png`,
      size,
      color: trayColors[panel],
    })),
  ),
  { source: 'tray.svg', file: 'trayTemplate.png', size: 16, color: '#000000' },
  { source: 'tray.svg', file: 'trayTemplate@2x.png', size: 32, color: '#000000' },
];

/** Draws every PNG in resources/icons anew from its SVG, in the machine's own Chromium. */
async function drawIcons(): Promise<number> {
  const folder = inProject('resources', 'icons');
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  });
  const page = await browser.newPage();
  try {
    for (const { source, file, size, color } of icons) {
      const svg = await readFile(join(folder, source), 'utf8');
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px;color:${color}}</style>${svg}`,
      );
      const image = await page.screenshot({ omitBackground: true });
      await writeFile(join(folder, file), image);
      say(`${file} ${image.byteLength} bytes`);
    }
  } finally {
    await browser.close();
  }
  return 0;
}

await runCommand(drawIcons);
