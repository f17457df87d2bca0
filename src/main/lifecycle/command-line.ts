import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { m } from '../../messages/index.ts';
import { isChromiumSwitch, isSystemArgument } from './chromium-switches.ts';

/** What a start asks for. */
export interface StartRequest {
  /** Absolute path of the data folder; null for this system's usual place. */
  readonly dataFolder: string | null;
  /** Start in the tray, as at login. */
  readonly isHidden: boolean;
  /**
   * The instant at which the test clock begins, UTC, or the absolute path of a file that holds one;
   * null for the system's clock.
   */
  readonly now: string | null;
  /** Absolute path of a calendar file to import; null for none. */
  readonly calendarFile: string | null;
  /** A thought to note; null for none. */
  readonly capture: CaptureRequest | null;
}

/** A thought for an agenda; the app asks for what is missing of it. */
export interface CaptureRequest {
  readonly text: string;
  /** Whom it is for, as typed; null to be asked. */
  readonly person: string | null;
}

export type ParsedCommandLine =
  | { readonly ok: true; readonly value: StartRequest }
  | { readonly ok: false; readonly sentence: string };

export interface CommandLineParts {
  /** The whole of process.argv. */
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isPackaged: boolean;
  readonly currentFolder: string;
}

const requestSchema = v.object({
  dataFolder: v.nullable(v.pipe(v.string(), v.minLength(1), v.check(isAbsolute), v.excludes('\0'))),
  isHidden: v.boolean(),
  calendarFile: v.nullable(v.pipe(v.string(), v.excludes('\0'))),
  now: v.nullable(
    v.union([
      v.pipe(v.string(), v.check(isAbsolute)),
      v.pipe(
        v.string(),
        v.isoTimestamp(),
        v.transform((text) => Temporal.Instant.from(text).toString()),
      ),
    ]),
  ),
});

/** What the flags say, as it was typed. */
interface Flags {
  dataFolder: string | null;
  isHidden: boolean;
  calendarFile: string | null;
  capture: string | null;
  person: string | null;
}

/** What an argument that is no flag may be. */
const calendarFile = /\.(ics|ical|icalendar)$/i;

type Spelling = 'flag' | 'value' | 'maybe value' | 'foreign' | 'unknown';

const ours: Readonly<Record<string, Spelling>> = {
  hidden: 'flag',
  'data-dir': 'value',
  capture: 'maybe value',
  person: 'value',
};

/**
 * Reads the command line and, when the app is not packaged, EVENKEEL_DATA_DIR and EVENKEEL_NOW.
 * A flag that is neither ours nor Chromium's, or a value that makes no sense, gives one sentence
 * for the person at the terminal.
 */
export function parseCommandLine(parts: CommandLineParts): ParsedCommandLine {
  const flags: Flags = {
    ...{ dataFolder: null, isHidden: false, calendarFile: null },
    ...{ capture: null, person: null },
  };
  const problem = readArguments(argumentsOfApp(parts), flags) ?? problemOf(flags);
  if (problem !== null) return { ok: false, sentence: problem };
  const environment = parts.isPackaged ? {} : parts.environment;
  const now = setVariable(environment.EVENKEEL_NOW);
  const given = flags.dataFolder ?? setVariable(environment.EVENKEEL_DATA_DIR);
  const request = v.safeParse(requestSchema, {
    dataFolder: given === null ? null : resolve(parts.currentFolder, given),
    isHidden: flags.isHidden,
    now,
    calendarFile:
      flags.calendarFile === null ? null : resolve(parts.currentFolder, pathOf(flags.calendarFile)),
  });
  const { capture: text, person } = flags;
  const capture = text === null ? null : { text, person };
  if (request.success) return { ok: true, value: { ...request.output, capture } };
  const isAboutNow = v.getDotPath(request.issues[0]) === 'now';
  return {
    ok: false,
    sentence: isAboutNow ? m.main_bad_now({ value: now ?? '' }) : m.main_data_dir_needs_path(),
  };
}

/** A variable that is set to nothing counts as not set. */
const setVariable = (value: string | undefined): string | null =>
  value === undefined || value === '' ? null : value;

/** Linux desktops hand files over as addresses; one of another computer stays what it is. */
function pathOf(argument: string): string {
  try {
    return /^file:/i.test(argument) ? fileURLToPath(argument) : argument;
  } catch {
    return argument;
  }
}

/** Without the executable and, when not packaged, without the path of the app itself. */
function argumentsOfApp({ argv, isPackaged }: CommandLineParts): readonly string[] {
  const given = argv.slice(1);
  if (isPackaged) return given;
  const place = given.findIndex((argument) => !argument.startsWith('-'));
  return place === -1 ? given : given.toSpliced(place, 1);
}

function readArguments(given: readonly string[], flags: Flags): string | null {
  for (let index = 0; index < given.length; index += 1) {
    const argument = given[index] ?? '';
    if (isSystemArgument(argument)) continue;
    const [, name = '', value] = /^--([^=]*)(?:=(.*))?$/s.exec(argument) ?? [];
    if (name === '' && calendarFile.test(argument)) {
      flags.calendarFile = argument;
      continue;
    }
    const spelling = spellingOf(name);
    if (spelling === 'unknown') return m.main_unknown_argument({ argument });
    if (spelling === 'foreign') continue;
    if (spelling === 'flag') {
      if (value !== undefined) return m.main_flag_takes_no_value({ flag: `--${name}` });
      flags.isHidden = true;
      continue;
    }
    const next = given[index + 1];
    const isNext = value === undefined && next !== undefined && !next.startsWith('--');
    if (isNext) index += 1;
    setValue(flags, name, value ?? (isNext ? next : ''));
  }
  return null;
}

function setValue(flags: Flags, name: string, value: string): void {
  if (name === 'capture') flags.capture = value;
  else if (name === 'person') flags.person = value;
  else flags.dataFolder = value;
}

/** What is missing of flags that were all understood, in a sentence. */
function problemOf({ dataFolder, capture, person }: Flags): string | null {
  if (dataFolder === '') return m.main_data_dir_needs_path();
  if (person === '') return m.capture_person_needs_name();
  return person !== null && capture === null ? m.capture_person_needs_capture() : null;
}

function spellingOf(name: string): Spelling {
  if (Object.hasOwn(ours, name)) return ours[name] ?? 'unknown';
  return isChromiumSwitch(name) ? 'foreign' : 'unknown';
}
