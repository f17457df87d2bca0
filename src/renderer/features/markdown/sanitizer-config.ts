const alignment = { attributes: ['align'] };

/**
 * All that Markdown can make, and nothing else. What is not named here goes, with all that is in
 * it. Data alone, so that the tests can hold the same list against a page without any other guard.
 */
export const sanitizerConfig = {
  elements: [
    { name: 'a', attributes: ['href', 'title'] },
    { name: 'ol', attributes: ['start'] },
    { name: 'th', ...alignment },
    { name: 'td', ...alignment },
    ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'li', 'blockquote', 'hr', 'br', 'pre'],
    ...['code', 'em', 'strong', 'del', 'table', 'thead', 'tbody', 'tr'],
  ],
  attributes: [] as string[],
  comments: false,
  dataAttributes: false,
};
