import type { AliasOptions, PluginOption } from 'vite';

export interface Host {
  /** Main module, in the host's folder. */
  readonly entry: string;
  /** Trusted Types policies that the page needs. */
  readonly trustedTypes: readonly string[];
  /** Style sheet of the page, in the host's folder; otherwise the plain portal's, whose resets only spare a shadow root. */
  readonly styles?: string;
  readonly plugins?: () => Promise<readonly PluginOption[]>;
  readonly alias?: AliasOptions;
}

/** Portals that embed one and the same generated package, each in its own framework. */
export const hosts = {
  'react-19': { entry: 'main.tsx', trustedTypes: ['lit-html'] },
  'react-18': {
    entry: 'main.tsx',
    trustedTypes: ['lit-html'],
    alias: [
      { find: /^react-dom(?=\/|$)/, replacement: 'react-dom-18' },
      { find: /^react(?=\/|$)/, replacement: 'react-18' },
    ],
  },
  'vue-3': {
    entry: 'main.ts',
    trustedTypes: ['lit-html', 'vue'],
    plugins: async () => {
      const { default: vue } = await import('@vitejs/plugin-vue');
      return [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('zn-') } } })];
    },
  },
  angular: {
    entry: 'main.ts',
    trustedTypes: ['lit-html'],
    plugins: async () => [(await import('../angular/ahead-of-time.ts')).aheadOfTime()],
  },
  'react-rjsf': { entry: 'main.tsx', trustedTypes: [], styles: 'portal.css' },
} as const satisfies Readonly<Record<string, Host>>;

export type HostName = keyof typeof hosts;

export const hostNames = Object.keys(hosts) as readonly HostName[];
