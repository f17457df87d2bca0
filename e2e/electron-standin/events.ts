/** An event object as Electron hands it to listeners: what it is about, and `preventDefault`. */
export function createEvent<Params extends object>(params: Params): Electron.Event<Params> {
  let isPrevented = false;
  return Object.defineProperties(
    {
      preventDefault: () => {
        isPrevented = true;
      },
      defaultPrevented: false,
    },
    {
      defaultPrevented: { get: () => isPrevented, enumerable: true },
      ...Object.getOwnPropertyDescriptors(params),
    },
  ) as Electron.Event<Params>;
}
