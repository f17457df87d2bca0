import { spawn } from 'node:child_process';
import { hasProgram } from './app-paths.ts';
import { app } from './app.ts';

interface Answer {
  readonly code: number;
  readonly text: string;
}

/** What a dialog program is asked, in the words of both. */
interface Question {
  readonly zenity: string[];
  readonly kdialog: string[];
}

async function ask(question: Question): Promise<Answer & { program: keyof Question }> {
  const program = (['zenity', 'kdialog'] as const).find(hasProgram);
  if (!program)
    throw new Error(
      'electron-standin: dialogs need zenity or kdialog, and neither was found; on Debian: apt install zenity',
    );
  const child = spawn(program, question[program], { stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      resolve(status ?? 1);
    });
  });
  return { program, code, text: text.replace(/\n$/, '') };
}

/** Every dialog takes the window that it belongs to first, or leaves it out. */
function optionsOf(args: readonly [unknown, unknown?]): unknown {
  return args[1] ?? args[0] ?? {};
}

async function showOpenDialog(
  ...args: [unknown, unknown?]
): Promise<Electron.OpenDialogReturnValue> {
  const {
    title = 'Open',
    defaultPath = '',
    properties = [],
  } = optionsOf(args) as Electron.OpenDialogOptions;
  const isFolder = properties.includes('openDirectory');
  const isMany = properties.includes('multiSelections');
  const { code, text } = await ask({
    zenity: [
      '--file-selection',
      `--title=${title}`,
      ...(defaultPath ? [`--filename=${defaultPath}`] : []),
      ...(isFolder ? ['--directory'] : []),
      ...(isMany ? ['--multiple', '--separator=\n'] : []),
    ],
    kdialog: [
      '--title',
      title,
      isFolder ? '--getexistingdirectory' : '--getopenfilename',
      defaultPath || '.',
      ...(isMany ? ['--multiple', '--separate-output'] : []),
    ],
  });
  return { canceled: code !== 0, filePaths: code === 0 ? text.split('\n').filter(Boolean) : [] };
}

async function showSaveDialog(
  ...args: [unknown, unknown?]
): Promise<Electron.SaveDialogReturnValue> {
  const { title = 'Save', defaultPath = '' } = optionsOf(args) as Electron.SaveDialogOptions;
  const { code, text } = await ask({
    zenity: [
      '--file-selection',
      '--save',
      `--title=${title}`,
      ...(defaultPath ? [`--filename=${defaultPath}`] : []),
    ],
    kdialog: ['--title', title, '--getsavefilename', defaultPath || '.'],
  });
  return { canceled: code !== 0, filePath: code === 0 ? text : '' };
}

async function showMessageBox(
  ...args: [unknown, unknown?]
): Promise<Electron.MessageBoxReturnValue> {
  const {
    message,
    detail = '',
    title = app.name,
    buttons = [],
    cancelId = 0,
    checkboxLabel,
  } = optionsOf(args) as Electron.MessageBoxOptions;
  if (checkboxLabel)
    throw new Error('electron-standin: dialog.showMessageBox with a checkbox is not implemented');
  const labels = buttons.length > 0 ? buttons : ['OK'];
  const words = detail ? `${message}\n\n${detail}` : message;
  if (labels.length > 3 && !hasProgram('zenity'))
    throw new Error('electron-standin: more than three buttons need zenity');
  const kdialogLabels = ['--yes-label', '--no-label', '--cancel-label'].flatMap((name, index) =>
    labels[index] ? [name, labels[index]] : [],
  );
  const { program, code, text } = await ask({
    zenity: [
      '--question',
      '--switch',
      '--no-markup',
      `--title=${title}`,
      `--text=${words}`,
      ...labels.map((label) => `--extra-button=${label}`),
    ],
    kdialog: [
      '--title',
      title,
      ...(labels.length === 1
        ? ['--msgbox', words]
        : [labels.length === 2 ? '--yesno' : '--yesnocancel', words, ...kdialogLabels]),
    ],
  });
  // zenity prints the label of the chosen button; kdialog gives its number as exit code.
  const chosen = program === 'zenity' ? labels.indexOf(text) : code;
  return {
    response: chosen >= 0 && chosen < labels.length ? chosen : cancelId,
    checkboxChecked: false,
  };
}

/** Before `ready` it goes to stderr, as in Electron on Linux. */
function showErrorBox(title: string, content: string): void {
  const write = (): void => {
    process.stderr.write(`${title}\n${content}\n`);
  };
  if (app.isReady())
    ask({
      zenity: ['--error', '--no-markup', `--title=${title}`, `--text=${content}`],
      kdialog: ['--title', title, '--error', content],
    }).catch(write);
  else write();
}

/** `dialog`, by zenity or kdialog. */
export const dialog = {
  showOpenDialog,
  showSaveDialog,
  showMessageBox,
  showErrorBox,
} satisfies Partial<Electron.Dialog>;
