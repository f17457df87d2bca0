import type { Page } from '@playwright/test';
import { sanitizerConfig } from '../../src/renderer/features/markdown/sanitizer-config.ts';
import { beaconHost } from '../../src/renderer/features/markdown/test-data/xss-vectors.ts';

declare global {
  interface Element {
    setHTML(html: string, options: { readonly sanitizer: Sanitizer }): void;
  }

  interface Window {
    __xss: (vector: number) => void;
    __ran: number[];
    __violations: string[];
    __inspect: (root: Element, rules: typeof allowed) => string[];
  }
}

/** What a page did that no text may make it do. */
export interface Watch {
  /** Numbers of the vectors whose script ran. */
  readonly ran: () => Promise<readonly number[]>;
  /** What the content security policy had to stop. */
  readonly violations: () => Promise<readonly string[]>;
  /** Addresses outside the app's own scheme that were asked for. */
  readonly fetched: readonly string[];
  readonly dialogs: readonly string[];
}

/** Watches a page for script that runs, requests that leave the app, and dialogs. */
export async function watchPage(page: Page): Promise<Watch> {
  const fetched: string[] = [];
  const dialogs: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(page.url()).origin) fetched.push(request.url());
  });
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.evaluate(() => {
    window.__ran = [];
    window.__violations = [];
    window.__xss = (vector) => window.__ran.push(vector);
    document.addEventListener('securitypolicyviolation', (event) => {
      window.__violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  // By the debugger, which no policy of the page stops.
  await page.evaluate(`window.__inspect = ${pokeAndInspect.toString()}`);
  return {
    fetched,
    dialogs,
    ran: () => page.evaluate(() => window.__ran),
    violations: () => page.evaluate(() => window.__violations),
  };
}

/** The numbers of the vectors that a watched page fetched for. */
export const fetchedVectors = (watch: Watch): readonly number[] =>
  watch.fetched
    .map((url) => new URL(url))
    .filter(({ host }) => host === beaconHost)
    .map(({ pathname }) => Number(pathname.slice(1)));

const names = sanitizerConfig.elements.map((element) =>
  typeof element === 'string' ? element : element.name,
);

/** What may stand on a page: what the sanitiser lets through, and what the app adds after it. */
const allowed = {
  elements: [...names, 'div', 'span', 'sup', 'section'],
  attributes: [
    ...['href', 'title', 'rel', 'align', 'start', 'tabindex', 'role', 'aria-label'],
    ...['data-link', 'data-task', 'data-evidence', 'data-frame', 'data-screen-only'],
  ],
};

/**
 * Touches everything in an element as a user might, and lists what should not be there. Runs in
 * the page, like the functions below, which find it there as `window.__inspect`.
 */
function pokeAndInspect(root: Element, rules: typeof allowed): string[] {
  const gestures = ['mouseover', 'pointerover', 'mouseenter', 'toggle', 'animationstart'];
  const problems: string[] = [];
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    const name = element.localName;
    if (!rules.elements.includes(name)) problems.push(`<${name}>`);
    for (const attribute of element.attributes) {
      const isOurId = attribute.name === 'id' && /^text(?:-|note-\d)/.test(attribute.value);
      if (!isOurId && !rules.attributes.includes(attribute.name)) {
        problems.push(`${name}[${attribute.name}]`);
      }
    }
    const href = element.getAttribute('href');
    if (href !== null && !/^(?:https?:|mailto:|#)/.test(href)) problems.push(`href ${href}`);
    for (const gesture of gestures) element.dispatchEvent(new Event(gesture, { bubbles: true }));
    // Elements of other kinds than HTML and SVG cannot take the focus.
    if ('focus' in element) element.focus();
    // What leaves the app would open the tester's browser; its address is looked at above.
    if (!/^(?:https?:|mailto:)/.test(href ?? '')) {
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    }
  }
  return problems;
}

interface HostileText {
  readonly name: string;
  readonly text: string;
}

/** Puts each text into the notes of the meeting shown, opens their preview, and looks at it. */
export async function previewEach(page: Page, texts: readonly HostileText[]): Promise<string[]> {
  return page.evaluate(
    async ([hostile, rules]) => {
      const radio = (at: number): HTMLInputElement | undefined =>
        document.querySelectorAll<HTMLInputElement>('main section input[type="radio"]')[at];
      const found = async <T>(look: () => T | null | undefined): Promise<T> => {
        for (;;) {
          const it = look();
          if (it !== null && it !== undefined) return it;
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      };
      const preview = (): Element | null =>
        document.querySelector('[data-markdown="rendered"], [data-markdown="as-typed"]');
      /** Where notes are written, which is in a shadow root. */
      const editor = (): Element | null | undefined =>
        [...document.querySelectorAll('main section div')]
          .map(({ shadowRoot }) => shadowRoot?.querySelector('[aria-label="Notes"]'))
          .find((content) => content);
      /** Puts a text in the place of all that stands in the editor. */
      const paste = (writing: Element, text: string): void => {
        const init = { bubbles: true, cancelable: true, composed: true };
        const selectAll = { ...init, key: 'a', code: 'KeyA', ctrlKey: true };
        writing.dispatchEvent(new KeyboardEvent('keydown', selectAll));
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        writing.dispatchEvent(new ClipboardEvent('paste', { ...init, clipboardData }));
      };
      const problems: string[] = [];
      for (const { name, text } of hostile) {
        radio(0)?.click();
        // What is looked at must not be the text before.
        await found(() => (preview() === null ? true : null));
        paste(await found(editor), text);
        radio(1)?.click();
        const shown = await found(preview);
        if (shown.textContent.length > 4 * text.length + 200)
          problems.push(`${name}: another text`);
        problems.push(...window.__inspect(shown, rules).map((problem) => `${name}: ${problem}`));
      }
      return problems;
    },
    [texts, allowed] as const,
  );
}

/** Opens each document of the library in the reader, and looks at it. */
export async function readEach(
  page: Page,
  documents: readonly { readonly id: string; readonly title: string }[],
): Promise<string[]> {
  return page.evaluate(
    async ([opened, rules]) => {
      const problems: string[] = [];
      for (const { id, title } of opened) {
        location.hash = `#/guide/${id}`;
        let shown: Element | null = null;
        while (shown === null) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
          if (document.querySelector('h1')?.textContent.trim() !== title) continue;
          shown = document.querySelector('[data-markdown="rendered"], [data-markdown="as-typed"]');
        }
        problems.push(...window.__inspect(shown, rules).map((problem) => `${title}: ${problem}`));
      }
      return problems;
    },
    [documents, allowed] as const,
  );
}

/** Shows each text by the sanitiser alone, without a policy, without what comes before and after. */
export async function sanitiseEach(page: Page, texts: readonly HostileText[]): Promise<string[]> {
  return page.evaluate(
    ([hostile, config, rules]) =>
      hostile.flatMap(({ name, text }) => {
        const holder = document.createElement('div');
        holder.setHTML(text, { sanitizer: new Sanitizer(config) });
        // Addresses are the next step's matter: see links.ts.
        for (const link of holder.querySelectorAll('a')) link.removeAttribute('href');
        document.body.replaceChildren(holder);
        return window.__inspect(document.body, rules).map((problem) => `${name}: ${problem}`);
      }),
    [texts, sanitizerConfig, allowed] as const,
  );
}

/** Shows each text in a frame of its own with nothing to guard it, until it runs or time is up. */
export async function exposeEach(
  page: Page,
  texts: readonly (HostileText & { readonly number: number })[],
): Promise<void> {
  await page.evaluate(
    async ([hostile, rules]) => {
      const until = async (isReached: () => boolean, milliseconds: number): Promise<void> => {
        const end = performance.now() + milliseconds;
        while (!isReached() && performance.now() < end) {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      };
      const expose = async ({ number, text }: (typeof hostile)[number]): Promise<void> => {
        const frame = document.createElement('iframe');
        let isLoaded = false;
        frame.addEventListener('load', () => (isLoaded = true));
        frame.srcdoc = text;
        document.body.append(frame);
        await until(() => isLoaded, 3000);
        // A frame that has gone elsewhere has told already.
        if (frame.contentDocument) window.__inspect(frame.contentDocument.documentElement, rules);
        await until(() => window.__ran.includes(number), 1000);
        frame.remove();
      };
      const waiting = [...hostile];
      const work = async (): Promise<void> => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          // What an attack throws is its own matter.
          await expose(next).catch(() => undefined);
        }
      };
      await Promise.all(Array.from({ length: 12 }, work));
    },
    [texts, allowed] as const,
  );
}
