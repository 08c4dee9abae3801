import type { Field } from './fields-of';
import styles from './reference.module.css';

/** A table of fields; a named shape links to its own table. */
export function FieldTable({ caption, fields }: { caption: string; fields: readonly Field[] }) {
  if (fields.length === 0) return null;
  return (
    <section
      className={styles.scroll}
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by the keyboard
      tabIndex={0}
    >
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Type</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ path, type, shape, isRequired, description }) => (
            <tr key={path}>
              <th scope="row">
                <code>{path}</code>
                {isRequired ? null : <small> optional</small>}
              </th>
              <td>{shape === null ? type : <a href={`#shape-${shape}`}>{type}</a>}</td>
              <td>{description}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
