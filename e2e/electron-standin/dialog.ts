import { app } from './app.ts';
import { hasProgram, runProgram } from './desktop-program.ts';

/** What a dialog program is asked, in the words of each. */
interface Question {
  readonly zenity: string[];
  readonly kdialog: string[];
}

/** Asks, by the first of the programs that there is. */
async function ask(question: Question): Promise<{ code: number; text: string }> {
  const program = (['zenity', 'kdialog'] as const).find(hasProgram);
  if (!program)
    throw new Error(
      'electron-standin: dialogs need zenity or kdialog, and neither was found; on Debian: apt install zenity',
    );
  return runProgram(program, question[program]);
}

async function showOpenDialog(
  options: Electron.OpenDialogOptions,
): Promise<Electron.OpenDialogReturnValue> {
  const { title = 'Open', defaultPath, properties = [] } = options;
  const isFolder = properties.includes('openDirectory');
  const isMany = properties.includes('multiSelections');
  const { code, text } = await ask({
    zenity: [
      ...['--file-selection', `--title=${title}`],
      ...(defaultPath ? [`--filename=${defaultPath}`] : []),
      ...(isFolder ? ['--directory'] : []),
      ...(isMany ? ['--multiple', '--separator=\n'] : []),
    ],
    kdialog: [
      ...['--title', title, isFolder ? '--getexistingdirectory' : '--getopenfilename'],
      defaultPath ?? '.',
      ...(isMany ? ['--multiple', '--separate-output'] : []),
    ],
  });
  return { canceled: code !== 0, filePaths: code === 0 ? text.split('\n').filter(Boolean) : [] };
}

async function showSaveDialog({
  title = 'Save',
  defaultPath,
}: Electron.SaveDialogOptions): Promise<Electron.SaveDialogReturnValue> {
  const file = defaultPath ? [`--filename=${defaultPath}`] : [];
  const { code, text } = await ask({
    zenity: ['--file-selection', '--save', `--title=${title}`, ...file],
    kdialog: ['--title', title, '--getsavefilename', defaultPath ?? '.'],
  });
  return { canceled: code !== 0, filePath: code === 0 ? text : '' };
}

async function showMessageBox({
  message,
  detail,
  title = app.name,
  buttons = ['OK'],
  cancelId = 0,
}: Electron.MessageBoxOptions): Promise<Electron.MessageBoxReturnValue> {
  const words = detail ? `${message}\n\n${detail}` : message;
  const kind = ['--msgbox', '--yesno', '--yesnocancel'][buttons.length - 1] ?? '--yesnocancel';
  const flags = ['--yes-label', '--no-label', '--cancel-label'];
  const labels =
    kind === '--msgbox' ? [] : buttons.flatMap((label, at) => [flags[at] ?? '', label]);
  const extra = buttons.map((label) => `--extra-button=${label}`);
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
}

/** Goes to stderr before `ready`, as in Electron on Linux, and where no dialog can be shown. */
function showErrorBox(title: string, content: string): void {
  const write = (): void => {
    process.stderr.write(`${title}\n${content}\n`);
  };
  const zenity = ['--error', '--no-markup', `--title=${title}`, `--text=${content}`];
  const kdialog = ['--title', title, '--error', content];
  if (app.isReady()) ask({ zenity, kdialog }).catch(write);
  else write();
}

/** `dialog`, by zenity or kdialog; without a parent window. */
export const dialog = {
  showOpenDialog,
  showSaveDialog,
  showMessageBox,
  showErrorBox,
};
