/** One line whose signs mean nothing to Markdown: a talking point is no Markdown, only the notes are. */
export function asPlainText(text: string): string {
  return text
    .replaceAll(/\s*[\r\n]+\s*/g, ' ')
    .trim()
    .replaceAll(/[\\`*<[\]~|&]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/^(?:[#>+=-]|\d{1,9}(?=[.)]))/u, (start) => (/\d/.test(start) ? start : `\\${start}`))
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
