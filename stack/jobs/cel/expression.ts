import { type ASTNode, parse } from '@marcbachmann/cel-js';
import { assertKnownCalls, evaluate } from './evaluate';
import { isTruthy, type Variables } from './values';

export interface Expression {
  /** Whether it holds. What cannot be worked out does not hold. */
  holds(variables: Variables): boolean;
  /** Its value; undefined if it cannot be worked out. */
  value(variables: Variables): unknown;
  readonly ast: ASTNode;
}

const MAX_KEPT = 5_000;
const kept = new Map<string, Expression>();

/** Compiles a CEL expression, once. Throws with one sentence if it is none, or calls what the engine does not know. */
export function compileExpression(source: string): Expression {
  const known = kept.get(source);
  if (known) return known;
  const { ast } = parse(source);
  assertKnownCalls(ast);
  const value = (variables: Variables) => {
    try {
      return evaluate(ast, variables);
    } catch {
      return undefined;
    }
  };
  const expression = { ast, value, holds: (variables: Variables) => isTruthy(value(variables)) };
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(source, expression);
  return expression;
}
