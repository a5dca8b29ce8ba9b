import { createHash } from 'node:crypto';
import { sValidator } from '@hono/standard-validator';
import type { FormValidator, JsonObject, Language } from '@zhinan/model';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { languageDetector } from 'hono/language';
import { secureHeaders } from 'hono/secure-headers';
import { brokenTexts } from './broken-texts.ts';
import { says, type Sentence } from './says.ts';
import { unitRegister } from './unit-register.ts';

/** Bytes; an application is text, its files are sent by themselves. */
const DOCUMENT_LIMIT = 1_000_000;
const FILE_LIMIT = 20_000_000;
const QUERY_LIMIT = 10_000;

/** Registers the portal may ask, by the name that forms give them. */
const registers: Readonly<Record<string, typeof unitRegister>> = { 'unit-register': unitRegister };

export interface PortalOptions {
  /** The generated validator, as it is when a document comes in: the package may be generated anew. */
  readonly validator: () => Promise<FormValidator<unknown>>;
  /** Trusted Types policies that the page's framework makes; none = `'none'`. */
  readonly trustedTypes?: readonly string[];
}

export interface Portal {
  readonly app: Hono;
  /** Applications taken in, in order; kept in memory only. */
  readonly received: readonly unknown[];
}

const languageOf = (c: Context): Language => (c.get('language') === 'en' ? 'en' : 'zh-CN');

/** An error as RFC 9457 has it. */
function problem(
  c: Context,
  status: 400 | 404 | 413 | 415 | 422 | 500,
  sentence: Sentence,
  more: object = {},
): Response {
  return c.json({ title: says(sentence, languageOf(c)), status, ...more }, status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
  });
}

/** The validator as a Standard Schema that speaks one language, and what a store asks of texts beside it. */
function inLanguage(
  validator: FormValidator<unknown>,
  language: Language,
): Pick<FormValidator<unknown>, '~standard'> {
  const validate: FormValidator<unknown>['~standard']['validate'] = (value) => {
    const issues = validator(value)
      ? brokenTexts(value).map((path) => ({ message: says('brokenText', language), path }))
      : validator.issues(value, language).map(({ message, path }) => ({ message, path }));
    return issues.length === 0 ? { value } : { issues };
  };
  return { '~standard': { ...validator['~standard'], validate } };
}

const pointerOf = (path: readonly unknown[] = []): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** What a portal has behind its pages: takes files and applications, and trusts no page to have checked them. */
export function portal({ validator, trustedTypes = [] }: PortalOptions): Portal {
  const received: unknown[] = [];
  const app = new Hono();

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // For the portal's own calls; the elements make none.
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: trustedTypes.length === 0 ? ["'none'"] : [...trustedTypes],
      },
      referrerPolicy: 'no-referrer',
    }),
    languageDetector({
      supportedLanguages: ['zh-CN', 'en'],
      fallbackLanguage: 'zh-CN',
      order: ['header'],
      caches: false,
      convertDetectedLanguage: (name) =>
        name.toLowerCase().startsWith('en') ? 'en' : name.toLowerCase().startsWith('zh') ? 'zh-CN' : name,
    }),
  );

  app.post(
    '/api/applications',
    bodyLimit({ maxSize: DOCUMENT_LIMIT, onError: (c) => problem(c, 413, 'tooLarge') }),
    async (c, next) => {
      if (!c.req.header('Content-Type')?.startsWith('application/json')) return problem(c, 415, 'onlyJson');
      const schema = inLanguage(await validator(), languageOf(c));
      return sValidator('json', schema, (result) =>
        result.success
          ? undefined
          : problem(c, 422, 'toCorrect', {
              errors: result.error.map(({ path, message }) => ({
                pointer: pointerOf(path),
                detail: message,
              })),
            }),
      )(c as never, next);
    },
    async (c) => {
      received.push(await c.req.json());
      return c.json({ receipt: `ZN-${String(received.length).padStart(4, '0')}` }, 201);
    },
  );

  app.post(
    '/api/files',
    bodyLimit({ maxSize: FILE_LIMIT, onError: (c) => problem(c, 413, 'tooLarge') }),
    async (c) => {
      const { file } = await c.req.parseBody();
      if (!(file instanceof File)) return problem(c, 422, 'noFile');
      const sha256 = createHash('sha256')
        .update(Buffer.from(await file.arrayBuffer()))
        .digest('hex');
      const { name, type: mediaType, size } = file;
      return c.json({ name, mediaType, size, sha256, ref: `portal:${sha256.slice(0, 16)}` }, 201);
    },
  );

  // A number may be a person's: it stands in the body, not in an address that is written down on the way.
  app.post(
    '/api/registers/:name',
    bodyLimit({ maxSize: QUERY_LIMIT, onError: (c) => problem(c, 413, 'tooLarge') }),
    async (c) => {
      const name = c.req.param('name');
      const register = Object.hasOwn(registers, name) ? registers[name] : undefined;
      if (!register) return problem(c, 404, 'noRegister');
      const by: unknown = await c.req.json();
      // Nothing found is an answer, no failure.
      return c.json((typeof by === 'object' && by !== null && register(by as JsonObject)) || null);
    },
  );

  app.onError((error, c) =>
    error instanceof HTTPException && error.status === 400
      ? problem(c, 400, 'malformed')
      : problem(c, 500, 'failed'),
  );
  return { app, received };
}
