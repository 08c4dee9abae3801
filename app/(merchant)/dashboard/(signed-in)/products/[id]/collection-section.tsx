import { CheckField } from '@/app/(merchant)/_ui/field';
import { Section } from '@/app/(merchant)/_ui/page';
import { useCollections } from '../use-choices';

/** Which collections it is in. */
export function CollectionSection({
  ids,
  isReadOnly,
  onChange,
}: {
  ids: readonly string[];
  isReadOnly: boolean;
  onChange: (ids: readonly string[]) => void;
}) {
  const collections = useCollections();
  return (
    <Section title="Collections">
      {collections.length === 0 ? <p className="text-sm text-muted">There are none yet.</p> : null}
      <div className="max-h-64 overflow-y-auto">
        {collections.map(({ id, title }) => (
          <CheckField
            key={id}
            id={`in-${id}`}
            label={title}
            disabled={isReadOnly}
            checked={ids.includes(id)}
            onChange={(event) =>
              onChange(event.target.checked ? [...ids, id] : ids.filter((one) => one !== id))
            }
          />
        ))}
      </div>
    </Section>
  );
}
