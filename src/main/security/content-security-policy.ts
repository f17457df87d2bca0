/** The names of the two trusted-types policies: Svelte's templates, and our worker's address. */
const trustedTypesPolicies = ['svelte-trusted-html', 'evenkeel-worker'] as const;

const directives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': [...trustedTypesPolicies],
} as const satisfies Record<string, readonly string[]>;

/** What Vite's development server needs beyond: its styles are inline, its news come by socket. */
const developmentAdditions: Readonly<Record<string, readonly string[]>> = {
  'style-src': ["'unsafe-inline'"],
  'connect-src': ['ws:'],
  'trusted-types': ['*'],
};

/** The Content-Security-Policy of every page, as the header's value. */
export function contentSecurityPolicy(mode: 'production' | 'development'): string {
  return Object.entries<readonly string[]>(directives)
    .map(([name, sources]) => {
      const more = mode === 'development' ? (developmentAdditions[name] ?? []) : [];
      return [name, ...sources, ...more].join(' ');
    })
    .join('; ');
}
