import type { ASTNode } from '@marcbachmann/cel-js';
import { CALLS } from './functions';
import { at, compare, isEqual, isMap, isTruthy, MISSING, orNull, type Variables } from './values';

const MACROS = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);

/**
 * Works an expression out as Inngest's server does, which is not CEL by the book: fields that are missing act as null,
 * text and number join, `&&` and `||` take anything. (cel-js parses; its own evaluator throws in all these cases.)
 */
export function evaluate(node: ASTNode, scope: Variables): unknown {
  const of = (child: ASTNode) => evaluate(child, scope);
  switch (node.op) {
    case 'value':
      return plainNumber(node.args);
    case 'id':
      return Object.hasOwn(scope, node.args) ? scope[node.args] : MISSING;
    case '.':
    case '.?':
      return at(of(node.args[0]), node.args[1]);
    case '[]':
    case '[?]':
      return at(of(node.args[0]), of(node.args[1]));
    case '==':
      return isEqual(of(node.args[0]), of(node.args[1]));
    case '!=':
      return !isEqual(of(node.args[0]), of(node.args[1]));
    case '<':
      return ordered(of(node.args[0]), of(node.args[1]), (order) => order < 0);
    case '<=':
      return ordered(of(node.args[0]), of(node.args[1]), (order) => order <= 0);
    case '>':
      return ordered(of(node.args[0]), of(node.args[1]), (order) => order > 0);
    case '>=':
      return ordered(of(node.args[0]), of(node.args[1]), (order) => order >= 0);
    case '+':
      return add(of(node.args[0]), of(node.args[1]));
    case '-':
      return number(of(node.args[0])) - number(of(node.args[1]));
    case '*':
      return number(of(node.args[0])) * number(of(node.args[1]));
    case '/':
      return number(of(node.args[0])) / number(of(node.args[1]));
    case '%':
      return number(of(node.args[0])) % number(of(node.args[1]));
    case '!_':
      return !isTruthy(of(node.args));
    case '-_':
      return -number(of(node.args));
    case '&&':
      return isTruthy(of(node.args[0])) && isTruthy(of(node.args[1]));
    case '||':
      return isTruthy(of(node.args[0])) || isTruthy(of(node.args[1]));
    case '?:':
      return isTruthy(of(node.args[0])) ? of(node.args[1]) : of(node.args[2]);
    case 'in':
      return isIn(of(node.args[0]), of(node.args[1]));
    case 'list':
      return node.args.map((item) => orNull(of(item)));
    case 'map':
      return Object.fromEntries(node.args.map(([key, value]) => [String(of(key)), orNull(of(value))]));
    case 'call':
      return call(node.args[0], node.args[1], scope);
    case 'rcall':
      return MACROS.has(node.args[0])
        ? macro(node.args[0], of(node.args[1]), node.args[2], scope)
        : call(node.args[0], [node.args[1], ...node.args[2]], scope);
  }
}

/** Throws when the expression calls a function that is not known, so that a sync says so and not an event later. */
export function assertKnownCalls(node: ASTNode): void {
  if (node.op === 'call' || node.op === 'rcall') {
    const name = node.args[0];
    if (!(name in CALLS) && name !== 'has' && name !== 'now' && !MACROS.has(name)) {
      throw new Error(`The function ${name}() is not supported in expressions.`);
    }
  }
  for (const child of childrenOf(node.args)) assertKnownCalls(child);
}

function childrenOf(args: unknown): ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(childrenOf);
  return typeof args === 'object' && args !== null && 'op' in args ? [args as ASTNode] : [];
}

function call(name: string, args: readonly ASTNode[], scope: Variables): unknown {
  const first = args[0];
  if (name === 'has' && first) return evaluate(first, scope) !== MISSING;
  if (name === 'now') return Date.now();
  const [self, ...rest] = args.map((arg) => orNull(evaluate(arg, scope)));
  const known = CALLS[name];
  if (!known) throw new Error(`The function ${name}() is not supported in expressions.`);
  return known(self, ...rest);
}

function macro(name: string, list: unknown, args: readonly ASTNode[], scope: Variables): unknown {
  const [variable, body] = args;
  if (variable?.op !== 'id' || !body) throw new Error(`${name}() needs a variable and an expression.`);
  const items = Array.isArray(list) ? list : isMap(list) ? Object.keys(list) : [];
  const of = (item: unknown) => evaluate(body, { ...scope, [variable.args]: item });
  if (name === 'map') return items.map((item) => orNull(of(item)));
  const found = items.filter((item) => isTruthy(of(item)));
  if (name === 'filter') return found;
  if (name === 'exists_one') return found.length === 1;
  return name === 'all' ? found.length === items.length : found.length > 0;
}

function ordered(left: unknown, right: unknown, holds: (order: number) => boolean): boolean {
  const order = compare(left, right);
  return order !== null && holds(order);
}

function add(left: unknown, right: unknown): unknown {
  if (Array.isArray(left) && Array.isArray(right)) return [...left, ...right];
  if (typeof left === 'string' || typeof right === 'string') {
    return [left, right].map((value) => String(orNull(value) ?? '')).join('');
  }
  return number(left) + number(right);
}

function isIn(item: unknown, among: unknown): boolean {
  if (Array.isArray(among)) return among.some((other) => isEqual(item, other));
  return isMap(among) && typeof item === 'string' && Object.hasOwn(among, item);
}

function number(value: unknown): number {
  if (typeof value !== 'number') throw new Error('A number was expected.');
  return value;
}

function plainNumber(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  // `1u`: cel-js wraps it.
  return typeof value === 'object' && value !== null && 'value' in value ? Number(value.value) : value;
}
