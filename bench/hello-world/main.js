// The least that an app on this runtime can be: what Evenkeel's start is measured against.
import { app, BrowserWindow, protocol } from 'electron';

const page = `<!doctype html>
<html lang="en">
  <title>Hello</title>
  <h1>Hello, world</h1>
  <script>document.documentElement.dataset.ready = 'true';</script>
</html>`;

// Its profile is as fresh in each run as Evenkeel's is.
if (process.env.EVENKEEL_DATA_DIR) app.setPath('userData', process.env.EVENKEEL_DATA_DIR);
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true } },
]);

void app.whenReady().then(() => {
  protocol.handle(
    'app',
    () => new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  );
  const window = new BrowserWindow({ width: 1200, height: 800 });
  return window.loadURL('app://hello/');
});
