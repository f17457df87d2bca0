// A window without any guard, to see what attacks do where nothing stops them.
import { app, BrowserWindow, protocol } from 'electron';

const page = `<!doctype html><html lang="en" data-ready="true"><title>Bare</title><body></body></html>`;

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true } },
]);

async function openWindow() {
  protocol.handle('app', () => new Response(page, { headers: { 'content-type': 'text/html' } }));
  await new BrowserWindow({ width: 800, height: 600 }).loadURL('app://bare/');
}

void app.whenReady().then(openWindow);
