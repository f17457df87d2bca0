export interface LoginCommandParts {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The running program. */
  readonly executable: string;
  /** The app's own folder, which an unpackaged start needs to be told; null when packaged. */
  readonly appFolder: string | null;
  /** The folder that the command line chose; null for the usual one. */
  readonly dataFolder: string | null;
}

/** What starts this app again as it was started, but in the tray. */
export function loginCommand(parts: LoginCommandParts): readonly string[] {
  const { environment, executable, appFolder, dataFolder } = parts;
  // Inside an AppImage the program lies where it was mounted this time; the image itself stays.
  const { APPIMAGE: image = '' } = environment;
  return [
    ...(appFolder === null ? [image === '' ? executable : image] : [executable, appFolder]),
    '--hidden',
    ...(dataFolder === null ? [] : [`--data-dir=${dataFolder}`]),
  ];
}
