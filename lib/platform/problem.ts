import { PROBLEMS, type ProblemCode } from './problems';

/** One wrong value: `path` is slash-separated (`lines/0/quantity`); more fields may say more (`available`). */
export type ProblemError = {
  readonly path: string;
  readonly message: string;
  readonly [extension: string]: unknown;
};

export type ProblemOptions = {
  /** What happened this time, in a sentence for people; the code's general one when absent. */
  readonly detail?: string | undefined;
  readonly errors?: readonly ProblemError[] | undefined;
  /** The path that was asked for, without its query. */
  readonly instance: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Further members beside RFC 9457's own: `orderId`, `quote`. */
  readonly extensions?:
    | (Readonly<Record<string, unknown>> & { readonly [K in OwnMember]?: never })
    | undefined;
};

export const PROBLEM_TYPE = 'application/problem+json';

/** Members that an extension must not take the place of. */
type OwnMember = 'type' | 'title' | 'status' | 'code' | 'detail' | 'instance' | 'errors';

/** Where a code is explained. */
export const problemType = (code: ProblemCode): string => `/docs/api#problem-${code}`;

/** The RFC 9457 document of a code, its own members first. */
export function problemDocument(code: ProblemCode, options: ProblemOptions): Record<string, unknown> {
  const { status, title, detail } = PROBLEMS[code];
  return {
    type: problemType(code),
    title,
    status,
    code,
    detail: options.detail ?? detail,
    instance: options.instance,
    ...(options.errors === undefined ? {} : { errors: options.errors }),
    ...options.extensions,
  };
}

/** The RFC 9457 answer of a code: status, title and `application/problem+json` come from the table of problems. */
export function problem(code: ProblemCode, options: ProblemOptions): Response {
  return new Response(JSON.stringify(problemDocument(code, options)), {
    status: PROBLEMS[code].status,
    headers: { ...options.headers, 'content-type': PROBLEM_TYPE },
  });
}
