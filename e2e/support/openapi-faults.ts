const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);
const PATH_FIELDS = new Set([...METHODS, 'summary', 'description', 'servers', 'parameters', '$ref']);

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const nodesOf = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

/**
 * What is wrong with an OpenAPI 3.1 document, one line each: dangling references, operations without
 * answers, parameters that the path does not have or does not declare, operation ids used twice.
 */
export function findOpenApiFaults(document: Node): string[] {
  const faults = findDanglingReferences(document, document, '#');
  const seen = new Set<unknown>();
  for (const [path, item] of Object.entries(isNode(document.paths) ? document.paths : {})) {
    if (!isNode(item)) {
      faults.push(`${path}: not a path item`);
      continue;
    }
    for (const [field, operation] of Object.entries(item)) {
      if (!PATH_FIELDS.has(field) && !field.startsWith('x-')) faults.push(`${path}: unknown field ${field}`);
      if (!METHODS.has(field) || !isNode(operation)) continue;
      const shared = nodesOf(item.parameters);
      faults.push(
        ...findOperationFaults(document, `${field.toUpperCase()} ${path}`, path, operation, shared),
      );
      if (operation.operationId !== undefined && seen.has(operation.operationId)) {
        faults.push(`${String(operation.operationId)}: used twice`);
      }
      seen.add(operation.operationId);
    }
  }
  return faults;
}

function findOperationFaults(
  document: Node,
  name: string,
  path: string,
  operation: Node,
  shared: Node[],
): string[] {
  const faults: string[] = [];
  const parameters = [...shared, ...nodesOf(operation.parameters)].map((node) => resolve(document, node));
  const declared = parameters
    .filter((parameter) => parameter.in === 'path')
    .map((parameter) => parameter.name);
  const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]);
  for (const wanted of inPath)
    if (!declared.includes(wanted)) faults.push(`${name}: {${wanted}} is not declared`);
  for (const extra of declared)
    if (!inPath.includes(String(extra))) faults.push(`${name}: ${String(extra)} is not in the path`);
  for (const parameter of parameters) {
    if (parameter.in === 'path' && parameter.required !== true)
      faults.push(`${name}: ${String(parameter.name)} must be required`);
    if (parameter.schema === undefined && parameter.content === undefined)
      faults.push(`${name}: ${String(parameter.name)} has no schema`);
  }
  const answers = Object.entries(isNode(operation.responses) ? operation.responses : {});
  if (answers.length === 0) faults.push(`${name}: no responses`);
  for (const [status, answer] of answers) {
    if (!/^([1-5](\d\d|XX)|default)$/.test(status)) faults.push(`${name}: ${status} is no status`);
    if (!isNode(answer) || typeof resolve(document, answer).description !== 'string') {
      faults.push(`${name}: response ${status} has no description`);
    }
  }
  if (operation.requestBody !== undefined) {
    const body = isNode(operation.requestBody) ? resolve(document, operation.requestBody) : {};
    if (!isNode(body.content)) faults.push(`${name}: a request body without content`);
  }
  return faults;
}

function findDanglingReferences(document: Node, value: unknown, place: string): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => findDanglingReferences(document, item, `${place}/${index}`));
  }
  if (!isNode(value)) return [];
  const here =
    typeof value.$ref === 'string' && follow(document, value.$ref) === undefined
      ? [`${place}: ${value.$ref} leads nowhere`]
      : [];
  return [
    ...here,
    ...Object.entries(value).flatMap(([key, child]) =>
      findDanglingReferences(document, child, `${place}/${key}`),
    ),
  ];
}

/** The node that a `$ref` of this document points to, or the node itself. */
function resolve(document: Node, node: Node): Node {
  if (typeof node.$ref !== 'string') return node;
  const target = follow(document, node.$ref);
  return isNode(target) ? target : {};
}

function follow(document: Node, reference: string): unknown {
  if (!reference.startsWith('#/')) return undefined;
  const steps = reference
    .slice(2)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return steps.reduce<unknown>((node, step) => (isNode(node) ? node[step] : undefined), document);
}
