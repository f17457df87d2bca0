import { homedir } from 'node:os';
import { app } from './app.ts';
import { hasProgram, runProgram } from './desktop-program.ts';

/** A question in the words of each dialog program. */
type Question = Readonly<Record<'zenity' | 'kdialog', readonly string[]>>;

/** What each program calls the kinds of choosing files. */
const fileKinds = {
  open: { zenity: [], kdialog: ['--getopenfilename'] },
  folder: { zenity: ['--directory'], kdialog: ['--getexistingdirectory'] },
  save: { zenity: ['--save'], kdialog: ['--getsavefilename'] },
};
const many = {
  zenity: ['--multiple', '--separator=\n'],
  kdialog: ['--multiple', '--separate-output'],
};

/** Asks, by the first of the programs that there is. */
async function ask(question: Question): Promise<{ code: number; text: string }> {
  const program = (['zenity', 'kdialog'] as const).find(hasProgram);
  if (!program)
    throw new Error(
      'electron-standin: dialogs need zenity or kdialog, and neither was found; on Debian: apt install zenity',
    );
  return runProgram(program, question[program]);
}

/** Asks for files; gives none when the user thinks better of it. */
async function askForFiles(
  kind: keyof typeof fileKinds,
  { title = '', defaultPath = `${homedir()}/` }: Electron.SaveDialogOptions,
  { zenity, kdialog }: Question = { zenity: [], kdialog: [] },
): Promise<string[]> {
  const start = [`--title=${title}`, `--filename=${defaultPath}`];
  const { code, text } = await ask({
    zenity: ['--file-selection', ...fileKinds[kind].zenity, ...zenity, ...start],
    kdialog: [...kdialog, '--title', title, ...fileKinds[kind].kdialog, defaultPath],
  });
  return code === 0 ? text.split('\n').filter(Boolean) : [];
}

const tooEarly = 'dialog module can only be used after app is ready';

/** `dialog`, by zenity or kdialog; without a parent window. */
export const dialog = {
  async showOpenDialog(options: Electron.OpenDialogOptions) {
    app.needsReady(tooEarly);
    const { properties = [], ...others } = options;
    const kind = properties.includes('openDirectory') ? 'folder' : 'open';
    const isMany = properties.includes('multiSelections');
    const filePaths = await askForFiles(kind, others, isMany ? many : undefined);
    return { canceled: filePaths.length === 0, filePaths };
  },
  async showSaveDialog(options: Electron.SaveDialogOptions) {
    app.needsReady(tooEarly);
    const [filePath = ''] = await askForFiles('save', options);
    return { canceled: filePath === '', filePath };
  },
  async showMessageBox(options: Electron.MessageBoxOptions) {
    app.needsReady(tooEarly);
    const { message, detail, title = app.name, buttons = ['OK'], cancelId = 0 } = options;
    const words = detail ? `${message}\n\n${detail}` : message;
    const extra = buttons.map((label) => `--extra-button=${label}`);
    const kind = ['--msgbox', '--yesno'][buttons.length - 1] ?? '--yesnocancel';
    const flags = kind === '--msgbox' ? [] : ['--yes-label', '--no-label', '--cancel-label'];
    const labels = flags.slice(0, buttons.length).flatMap((flag, at) => [flag, buttons[at] ?? '']);
    const { code, text } = await ask({
      zenity: [
        '--question',
        '--switch',
        '--no-markup',
        `--title=${title}`,
        `--text=${words}`,
        ...extra,
      ],
      kdialog: ['--title', title, kind, words, ...labels],
    });
    // zenity prints the label of the chosen button; kdialog gives its number as exit code.
    const chosen = hasProgram('zenity') ? buttons.indexOf(text) : code;
    return { response: chosen in buttons ? chosen : cancelId, checkboxChecked: false };
  },
};
