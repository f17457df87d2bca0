// The little that starting at login needs of the Desktop Entry Specification 1.5 (freedesktop.org).

/** The values of the main group, as they stand there; the first of two with one name counts. */
export function readDesktopEntry(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let isMain = false;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('[')) isMain = line.trim() === '[Desktop Entry]';
    const [, name = '', value = ''] = /^([A-Za-z0-9-]+)\s*=\s*(.*)$/.exec(line) ?? [];
    if (isMain && name !== '' && !values.has(name)) values.set(name, value.trim());
  }
  return values;
}

export function writeDesktopEntry(values: Readonly<Record<string, string>>): string {
  const lines = Object.entries(values).map(([name, value]) => `${name}=${value}`);
  return ['[Desktop Entry]', ...lines, ''].join('\n');
}

/**
 * A command line as the value of `Exec`: each argument in double quotes, in which four characters
 * need a backslash; "%" would begin a field code; and every backslash is doubled once more, since
 * the value is a string of the file too.
 * @returns null for an argument with a control character, which no such file can hold
 */
export function execValue(command: readonly string[]): string | null {
  if (command.some((argument) => /\p{Cc}/u.test(argument))) return null;
  return command
    .map((argument) => `"${argument.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`)
    .join(' ')
    .replaceAll('\\', '\\\\');
}
