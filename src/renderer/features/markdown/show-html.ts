import { isPictureAddress } from '../../../domain/library/picture-types.ts';
import { routeHash } from '../../../domain/routes.ts';
import { m } from '../../../messages/index.ts';
import { evidenceWords } from './evidence.ts';
import { mendNoteLink } from './note-links.ts';
import { nameHeadings, type TextHeading } from './headings.ts';
import { readLink } from './links.ts';
import { sanitizerConfig } from './sanitizer-config.ts';

let sanitizer: Sanitizer | undefined;

/**
 * The one place where a text's HTML reaches the page. It is sanitised and mended apart, and shown
 * only then. Answers the headings.
 */
export function showHtml(target: Element, html: string): readonly TextHeading[] {
  sanitizer ??= new Sanitizer(sanitizerConfig);
  const holder = document.createElement('div');
  holder.setHTML(html, { sanitizer });
  const headings = mendText(holder);
  target.replaceChildren(...holder.childNodes);
  return headings;
}

/** Turns sanitised HTML into what the app shows: links that lead somewhere, headings with ids. */
export function mendText(root: Element): readonly TextHeading[] {
  for (const anchor of root.querySelectorAll('a')) mendLink(anchor);
  for (const table of root.querySelectorAll('table')) wrapTable(table);
  for (const item of root.querySelectorAll('li')) nameTask(item);
  return nameHeadings(root);
}

function mendLink(anchor: HTMLAnchorElement): void {
  const address = anchor.getAttribute('href') ?? '';
  if (isPictureAddress(address)) {
    anchor.replaceWith(pictureOf(address, anchor.textContent));
    return;
  }
  const target = readLink(address);
  const isEmpty = anchor.textContent.trim() === '';
  switch (target.kind) {
    case 'external':
      if (isEmpty) anchor.textContent = target.url;
      anchor.href = target.url;
      anchor.rel = 'noopener noreferrer';
      anchor.title = m.guide_opens_in_browser({ address: target.url });
      anchor.dataset.link = 'external';
      return;
    case 'place':
      anchor.href = routeHash(target.route);
      anchor.removeAttribute('title');
      return;
    case 'heading':
      anchor.href = `#${target.slug}`;
      anchor.dataset.link = 'heading';
      return;
    case 'evidence': {
      const label = document.createElement('span');
      label.dataset.evidence = target.tag;
      label.title = evidenceWords[target.tag].meaning();
      label.textContent = evidenceWords[target.tag].label();
      anchor.replaceWith(label);
      return;
    }
    case 'note':
      mendNoteLink(anchor, target);
      return;
    case 'none':
      anchor.replaceWith(...anchor.childNodes);
      return;
  }
}

/**
 * A picture that the app keeps. It comes as a link and is made here, so that the sanitiser lets no
 * picture through: one that is sanitised would be fetched before anybody could look at its address.
 */
function pictureOf(address: string, words: string): HTMLImageElement {
  const picture = document.createElement('img');
  picture.loading = 'lazy';
  picture.decoding = 'async';
  picture.alt = words === address ? '' : words;
  picture.src = address;
  return picture;
}

/**
 * A wide table scrolls by itself, and by keyboard; the page does not. The empty corner of a table
 * that is headed on two sides heads nothing.
 */
function wrapTable(table: HTMLTableElement): void {
  for (const cell of table.querySelectorAll('th')) {
    if (cell.textContent.trim() === '') cell.replaceWith(document.createElement('td'));
  }
  const frame = document.createElement('div');
  frame.dataset.frame = 'table';
  frame.tabIndex = 0;
  frame.role = 'group';
  frame.ariaLabel = m.guide_table();
  table.replaceWith(frame);
  frame.append(table);
}

/** Says in words what a task list's box shows. */
function nameTask(item: HTMLLIElement): void {
  const text = firstText(item);
  const box = text?.data.charAt(0);
  if (!text || (box !== '☑' && box !== '☐')) return;
  const mark = document.createElement('span');
  mark.role = 'img';
  mark.ariaLabel = box === '☑' ? m.guide_task_done() : m.guide_task_open();
  mark.textContent = box;
  item.dataset.task = '';
  text.data = text.data.slice(1);
  text.before(mark);
}

function firstText(item: HTMLLIElement): Text | null {
  const walker = document.createTreeWalker(item, NodeFilter.SHOW_TEXT);
  const first = walker.nextNode();
  return first instanceof Text ? first : null;
}
