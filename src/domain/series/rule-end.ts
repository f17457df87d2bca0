/** When a recurrence is to end, as a form asks. */
export type EndOfRule =
  | { readonly kind: 'never' }
  | { readonly kind: 'count'; readonly count: number }
  /** The last day on which there can be an occurrence. */
  | { readonly kind: 'date'; readonly date: string }
  /** The last wall time at which there can be one. */
  | { readonly kind: 'local'; readonly local: string };

/** A rule with another end; all else that it says stays as it is written. */
export function ruleWithEnd(ruleText: string, end: EndOfRule): string {
  const kept = ruleText
    .replace(/;$/, '')
    .split(';')
    .filter((part) => !/^(?:COUNT|UNTIL)=/i.test(part));
  return [...kept, ...endPart(end)].join(';');
}

function endPart(end: EndOfRule): readonly string[] {
  switch (end.kind) {
    case 'never':
      return [];
    case 'count':
      return [`COUNT=${end.count}`];
    case 'date':
      return [`UNTIL=${end.date.replaceAll('-', '')}`];
    case 'local':
      return [`UNTIL=${end.local.replaceAll(/[-:]/g, '')}00`];
  }
}
