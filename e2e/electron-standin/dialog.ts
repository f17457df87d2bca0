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

/** As Electron takes it: with the window that the dialog belongs to, or without. */
type Asked<Options> = [options: Options] | [window: Electron.BaseWindow, options: Options];

/** What was asked, whether or not for a window. Nothing can be before the app is ready. */
function optionsOf<Options>(given: Asked<Options>): Options {
  app.needsReady('dialog module can only be used after app is ready');
  return given.length === 1 ? given[0] : given[1];
}

/** `dialog`, by zenity or kdialog; they do not hold the window back that one is for. */
export const dialog = {
  async showOpenDialog(...given: Asked<Electron.OpenDialogOptions>) {
    const options = optionsOf(given);
    const { properties = [], ...others } = options;
    const kind = properties.includes('openDirectory') ? 'folder' : 'open';
    const isMany = properties.includes('multiSelections');
    const filePaths = await askForFiles(kind, others, isMany ? many : undefined);
    return { canceled: filePaths.length === 0, filePaths };
  },
  async showSaveDialog(...given: Asked<Electron.SaveDialogOptions>) {
    const options = optionsOf(given);
    const [filePath = ''] = await askForFiles('save', options);
    return { canceled: filePath === '', filePath };
  },
  async showMessageBox(...given: Asked<Electron.MessageBoxOptions>) {
    const options = optionsOf(given);
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
