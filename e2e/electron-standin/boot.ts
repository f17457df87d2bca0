import { enableCompileCache } from 'node:module';

// Stripping the types of some forty files costs as much as starting Node; once is enough.
enableCompileCache();
await import('./main.ts');
