/**
 * The layers: domain <- ipc <- preload, renderer, main. See ARCHITECTURE.md.
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A circle of types alone is gone once compiled, and does no harm.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      // electron has no entry on a machine without its binary; the types are what is used.
      to: { couldNotResolve: true, pathNot: '^electron' },
    },
    {
      name: 'laws-begin-alike',
      comment: 'A law tries the same cases in every run: through the one module that says which.',
      severity: 'error',
      from: { pathNot: '^src/domain/test-laws/' },
      to: { path: 'node_modules/fast-check/' },
    },
    {
      name: 'domain-is-pure',
      comment:
        'The rules know no Electron, no Node, no window, and nothing of the house around them.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: '\\.test\\.ts$|/test-' },
      to: {
        path: ['^src/(ipc|main|preload|renderer|messages)/', 'node_modules/electron/'],
      },
    },
    {
      name: 'domain-needs-no-node',
      severity: 'error',
      from: { path: '^src/(domain|ipc|messages|renderer)/', pathNot: '\\.test\\.ts$|/test-' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'contract-stands-on-domain',
      severity: 'error',
      from: { path: '^src/ipc/', pathNot: '\\.test\\.ts$' },
      to: { path: ['^src/(main|preload|renderer|messages)/', 'node_modules/electron/'] },
    },
    {
      name: 'contract-has-one-door',
      comment:
        'How the contract is cut into areas is its own affair: contract.ts and views.ts have it all.',
      severity: 'error',
      from: { pathNot: '^src/ipc/' },
      to: { path: '^src/ipc/(calls|views)/' },
    },
    {
      name: 'renderer-talks-through-the-contract',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: ['^src/(main|preload)/', 'node_modules/electron/'] },
    },
    {
      name: 'main-draws-no-screens',
      severity: 'error',
      from: { path: '^src/(main|preload)/' },
      to: { path: '^src/renderer/' },
    },
    {
      name: 'preload-is-thin',
      severity: 'error',
      from: { path: '^src/preload/' },
      to: { path: '^src/(main|domain|messages)/' },
    },
    {
      name: 'product-knows-no-tests',
      comment: 'The app imports nothing of the stand-in, the specs or the scripts.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(e2e|bench|scripts)/' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      // The last two are named in vitest.config.ts and electron.vite.config.ts.
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '^[^/]+\\.(js|cjs|ts)$',
          '/fixtures/',
          'src/renderer/test-support/(?:idle|dialog)\\.ts$',
          '^scripts/lib/main-chunks\\.ts$',
        ],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'src/messages/generated' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'src/renderer/tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.svelte', '.d.ts', '.json'],
    },
  },
};
