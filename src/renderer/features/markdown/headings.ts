/** A heading of a rendered text. */
export interface TextHeading {
  /** Stable as long as the heading's words are: it can be linked to. */
  readonly slug: string;
  readonly text: string;
  /** 1 to 6, as shown. */
  readonly level: number;
}

/** Element ids of a text's headings begin like this, so that no text can take another id. */
const headingIdPrefix = 'text-';

export const headingId = (slug: string): string => `${headingIdPrefix}${slug}`;

/** Brings a heading into sight, and the focus to it; does nothing where there is none. */
export function goToHeading(slug: string): void {
  const heading = document.getElementById(headingId(slug));
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}

/** Gives every heading under `root` its id and lists them in the order of the text. */
export function nameHeadings(root: Element): readonly TextHeading[] {
  const taken = new Map<string, number>();
  return [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) => {
    const text = wordsOf(heading);
    const base = slugOf(text);
    const before = taken.get(base) ?? 0;
    taken.set(base, before + 1);
    const slug = before === 0 ? base : `${base}-${before + 1}`;
    heading.id = headingId(slug);
    heading.setAttribute('tabindex', '-1');
    return { slug, text, level: Number(heading.tagName.slice(1)) };
  });
}

/** The number of a note is about the heading, not in it. */
function wordsOf(heading: Element): string {
  const copy = document.createElement('div');
  copy.append(...heading.cloneNode(true).childNodes);
  for (const number of copy.querySelectorAll('sup')) number.remove();
  return copy.textContent.trim();
}

/** What a heading is called in an address. */
export function slugOf(text: string): string {
  const slug = text
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  return slug === '' ? 'section' : slug;
}
