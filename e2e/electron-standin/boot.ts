// The cache is for the stand-in's own start, and nothing that the app starts shall inherit it.
delete process.env.NODE_COMPILE_CACHE;
await import('./main.ts');
