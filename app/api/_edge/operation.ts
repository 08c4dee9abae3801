import type { z } from 'zod';
import type { CustomerSession } from '@/lib/customers/model';
import type { Draft } from '@/lib/platform/files/write-file';
import type { Idempotency } from '@/lib/platform/idempotency';
import type { ProblemError } from '@/lib/platform/problem';
import type { ProblemCode } from '@/lib/platform/problems';
import type { RateLimitName } from '@/lib/platform/rate-limit-policies';
import type { Actor } from '@/lib/staff/actor';
import type { StaffSession } from '@/lib/staff/model';
import type { Permission } from '@/lib/staff/permissions';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Whoever asks for what is their own: nothing but a session tells. */
export type SignedIn = 'staff' | 'customer';

/** A part of the path. What does not fit is not there: `absent` is the problem that says so. */
export type Param = {
  readonly schema: z.ZodType;
  readonly absent: ProblemCode;
  readonly description: string;
};

export type UploadRules = { readonly mediaTypes: readonly string[]; readonly maxBytes: number };

/**
 * One row of the contract: what a call takes, answers and refuses. The wrapper enforces it, the types of its handler
 * come from it, and OpenAPI and the reference page are generated from it.
 */
export type Operation = {
  /** The name that people and clients use: `placeOrder`. */
  readonly id: string;
  readonly method: Method;
  readonly path: `/api/${string}`;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** Who may ask: anybody, somebody who is signed in (a member of staff of any role, a customer), or who may do this. */
  readonly actor: 'public' | SignedIn | { readonly permission: Permission };
  readonly params?: Readonly<Record<string, Param>>;
  readonly query?: z.ZodObject;
  /** Header names in lower case. */
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType;
  /** A file in place of a JSON body: what the handler gets is where it was written, for it to name. */
  readonly upload?: UploadRules;
  /** What kinds of file a success may be, in place of JSON; its schema is then that of a stream. */
  readonly media?: readonly string[];
  /** What a success looks like, by status; undefined is an answer without a body. */
  readonly responses: Readonly<Record<number, z.ZodType>>;
  /** Refusals of its own; those that every call can meet are known from the rest. */
  readonly problems: readonly ProblemCode[];
  /** The policy that counts this call; `when` narrows it to calls that carry one of these query parameters. */
  readonly limit: RateLimitName | { readonly policy: RateLimitName; readonly when: readonly string[] } | null;
  /** `secret`: honoured, but the answer is not repeated: the key's second use is 409 idempotency-key-used. */
  readonly idempotency: 'required' | 'honoured' | 'secret' | 'none';
  /** Whether the handler itself looks for what an earlier attempt with the key left, and keeps its answer. */
  readonly keepsAnswers?: boolean;
  /** Whether a call changes nothing, so that its failure never leaves anything unknown. GETs never do. */
  readonly isRead?: boolean;
  /** How long the handler may take before the caller is told 503 (a read) or 504 (a write). */
  readonly timeoutMs?: number;
  /** Whether a success is the same object again until it changes (taggedRead), so that its text may be kept beside it. */
  readonly isKept?: boolean;
  /** `Cache-Control` of a success; no-store unless told. */
  readonly cacheControl?: string;
  /** A body that shows how it is used. */
  readonly example?: unknown;
};

/** Keeps the literal types of an operation, from which its handler's are made. */
export function defineOperation<const O extends Operation>(operation: O): O {
  return operation;
}

type OutputOf<S> = S extends z.ZodType ? z.output<S> : undefined;

type ActorOf<A extends Operation['actor']> = A extends 'public'
  ? null
  : A extends 'staff'
    ? StaffSession
    : A extends 'customer'
      ? CustomerSession
      : Actor;

/** Everything a handler may know of a call: parsed, checked, and nothing of the platform. */
export type Context<O extends Operation> = {
  readonly request: Request;
  readonly requestId: string;
  readonly params: {
    readonly [K in keyof O['params']]: O['params'][K] extends Param
      ? z.output<O['params'][K]['schema']>
      : never;
  };
  readonly query: OutputOf<O['query']>;
  readonly headers: OutputOf<O['headers']>;
  readonly body: O['upload'] extends UploadRules ? Draft : OutputOf<O['body']>;
  readonly actor: ActorOf<O['actor']>;
  readonly idempotency: O['idempotency'] extends 'required'
    ? Idempotency
    : O['idempotency'] extends 'none'
      ? null
      : Idempotency | null;
  /** Aborted when the caller has been told that it took too long. */
  readonly signal: AbortSignal;
};

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

export type ReplyHeaders = Readonly<Record<string, string>>;

export type Reply<S extends number = number, B = unknown> = {
  readonly kind: 'reply';
  readonly status: S;
  readonly body: B;
  readonly headers: ReplyHeaders;
};

export type Replay = { readonly kind: 'replay'; readonly status: number; readonly body: string };

export type Refusal<C extends ProblemCode = ProblemCode> = {
  readonly kind: 'refusal';
  readonly code: C;
  readonly details: RefusalDetails;
};

export type RefusalDetails = {
  readonly detail?: string;
  readonly errors?: readonly ProblemError[];
  readonly headers?: ReplyHeaders;
  /** Members beside RFC 9457's own: `orderId`, `quote`. */
  readonly extensions?: Readonly<Record<string, unknown>>;
};

type ReplyOf<O extends Operation> = {
  [S in keyof O['responses'] & number]: Reply<S, DeepReadonly<z.input<O['responses'][S]>>>;
}[keyof O['responses'] & number];

/** The operation's own problems, what its path may lack, and what any verb may find out late. */
type CodeOf<O extends Operation> =
  | O['problems'][number]
  | (O['params'] extends Readonly<Record<string, Param>> ? O['params'][keyof O['params']]['absent'] : never)
  | (O['idempotency'] extends 'none' ? never : 'idempotency-key-reused' | 'request-in-progress')
  | 'validation-failed'
  | 'temporarily-unavailable';

/** What a handler may answer: a status with the body that the operation names, or one of its problems. */
export type Answer<O extends Operation> = ReplyOf<O> | Replay | Refusal<CodeOf<O>>;

export type Handler<O extends Operation> = (context: Context<O>) => Promise<Answer<O>>;

/** A success. Its status and body must be among the operation's responses. */
export function reply<S extends number, B = undefined>(
  status: S,
  body?: B,
  headers: ReplyHeaders = {},
): Reply<S, B> {
  return { kind: 'reply', status, body: body as B, headers };
}

/** An earlier success, repeated byte for byte and marked as such. */
export function replay(status: number, body: string): Replay {
  return { kind: 'replay', status, body };
}

/** A refusal by one of the operation's problems. */
export function refuse<C extends ProblemCode>(code: C, details: RefusalDetails = {}): Refusal<C> {
  return { kind: 'refusal', code, details };
}
