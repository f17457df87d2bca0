import { m } from '../../../messages/index.ts';

/** What some keys do. */
interface KeyLine {
  /** Each as `KeyboardEvent.key` names it, after what is held with it: `Alt+ArrowUp`. */
  readonly keys: readonly string[];
  /** Whether the two keys are the ends of a row of them. */
  readonly isRange?: boolean;
  readonly does: () => string;
}

/** The keys of one part of the app. */
export interface KeyGroup {
  readonly title: () => string;
  /** What has to have the focus; without it the keys are heard on the whole screen. */
  readonly where?: () => string;
  readonly lines: readonly KeyLine[];
}

const everywhere: KeyGroup = {
  title: m.keys_everywhere,
  lines: [
    { keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'], does: m.keys_back_forward },
    { keys: ['Ctrl+z'], does: m.keys_undo },
    { keys: ['Ctrl++', 'Ctrl+-'], does: m.keys_size },
    { keys: ['Ctrl+0'], does: m.keys_usual_size },
    { keys: ['Ctrl+w'], does: m.keys_close },
    { keys: ['F1'], does: m.keys_show },
  ],
};

const prepare: KeyGroup = {
  title: m.keys_prepare,
  where: m.keys_prepare_where,
  lines: [
    { keys: ['ArrowUp', 'ArrowDown', 'Home', 'End'], does: m.keys_suggestion_other },
    { keys: ['Enter'], does: m.keys_suggestion_add },
    { keys: ['s'], does: m.keys_suggestion_later },
    { keys: ['x', 'Delete'], does: m.keys_suggestion_never },
    { keys: ['d'], does: m.keys_suggestion_done },
  ],
};

const rows: KeyGroup = {
  title: m.keys_rows,
  where: m.keys_rows_where,
  lines: [
    { keys: ['m'], does: m.keys_row_manage },
    { keys: ['l'], does: m.keys_row_lead },
    { keys: ['n'], does: m.keys_row_neither },
    { keys: ['0', 'Backspace'], does: m.keys_row_untag },
    { keys: ['t'], does: m.keys_row_topic },
    { keys: ['Alt+ArrowUp', 'Alt+ArrowDown'], does: m.keys_row_move },
  ],
};

const notes: KeyGroup = {
  title: m.keys_notes,
  lines: [
    { keys: ['Alt+Enter'], does: m.keys_notes_action },
    { keys: ['Ctrl+Enter'], does: m.keys_notes_task },
    { keys: ['Escape'], does: m.keys_notes_leave },
    { keys: ['Alt+p'], does: m.keys_notes_private },
  ],
};

const questions: KeyGroup = {
  title: m.keys_questions,
  where: m.keys_questions_where,
  lines: [
    { keys: ['1', '5'], isRange: true, does: m.keys_question_answer },
    { keys: ['n'], does: m.keys_question_next },
    { keys: ['p'], does: m.keys_question_previous },
    { keys: ['s'], does: m.keys_question_skip },
    { keys: ['1', '9'], isRange: true, does: m.keys_question_send },
  ],
};

const ledger: KeyGroup = {
  title: m.keys_ledger,
  where: m.keys_ledger_where,
  lines: [
    { keys: ['ArrowLeft'], does: m.keys_ledger_keep },
    { keys: ['ArrowRight'], does: m.keys_ledger_hand },
    { keys: ['1', '7'], isRange: true, does: m.keys_ledger_level },
    { keys: ['Enter'], does: m.keys_ledger_history },
    { keys: ['Escape'], does: m.keys_ledger_close },
  ],
};

const reader: KeyGroup = {
  title: m.keys_reader,
  lines: [
    { keys: ['j'], does: m.keys_reader_next_section },
    { keys: ['k'], does: m.keys_reader_previous_section },
    { keys: ['ArrowRight', ']'], does: m.keys_reader_next_page },
    { keys: ['ArrowLeft', '['], does: m.keys_reader_previous_page },
    { keys: ['Ctrl+f'], does: m.keys_reader_find },
    { keys: ['F3'], does: m.keys_reader_again },
    { keys: ['a'], does: m.keys_reader_add },
  ],
};

/** Every key of the app that is more than Tab, Enter, space and arrows do everywhere. */
export const keyGroups: readonly KeyGroup[] = [
  everywhere,
  prepare,
  rows,
  notes,
  questions,
  ledger,
  reader,
];

const names: ReadonlyMap<string, () => string> = new Map([
  ['ArrowUp', m.keys_name_up],
  ['ArrowDown', m.keys_name_down],
  ['ArrowLeft', m.keys_name_left],
  ['ArrowRight', m.keys_name_right],
  ['Home', m.keys_name_home],
  ['End', m.keys_name_end],
  ['Enter', m.keys_name_enter],
  ['Escape', m.keys_name_escape],
  ['Delete', m.keys_name_delete],
  ['Backspace', m.keys_name_backspace],
  ['Ctrl', m.keys_name_ctrl],
  ['Alt', m.keys_name_alt],
]);

/** A key as it is written for people, such as "Alt+Up". */
export const keyName = (key: string): string =>
  key
    // A plus at the end is the key itself.
    .split(/\+(?=.)/)
    .map((part) => names.get(part)?.() ?? part.toUpperCase())
    .join('+');
