'use client';

import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { api, ask } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Button } from '@/app/(merchant)/_ui/button';
import { Section } from '@/app/(merchant)/_ui/page';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { Tag } from '../tags';
import { type CustomerFile, useCustomerRefresh, useShownTags } from './customer';

/** What the shop's people call a customer. A tag shows at once; what the API refuses is taken back. */
export function CustomerTags({ customer }: { customer: CustomerFile }) {
  const mayWrite = useMay('customers:write');
  const [typed, setTyped] = useState('');
  const { done, failed } = useToasts();
  const refresh = useCustomerRefresh();
  const show = useShownTags(customer.id);
  const known = useQuery({
    queryKey: ['customers', 'tags'],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/customers/tags', { signal })),
    enabled: mayWrite,
  });

  async function save(tags: readonly string[]) {
    show(tags);
    const params = { path: { id: customer.id } };
    try {
      await ask(api.PUT('/api/admin/customers/{id}/tags', { params, body: { tags: [...tags] } }));
    } catch (error) {
      failed(error);
    }
    await refresh();
  }

  async function add(event: FormEvent) {
    event.preventDefault();
    const tag = typed.trim();
    if (tag === '') return;
    setTyped('');
    if (!customer.tags.includes(tag)) await save([...customer.tags, tag]);
  }

  async function remove(tag: string) {
    const before = customer.tags;
    await save(before.filter((one) => one !== tag));
    done(`Tag ${tag} was taken away`, { onUndo: () => void save(before) });
  }

  return (
    <Section title="Tags">
      {customer.tags.length === 0 ? (
        <p className="text-sm text-muted">None.</p>
      ) : (
        <ul className="flex flex-wrap gap-1.5" aria-label="Tags">
          {customer.tags.map((tag) => (
            <li key={tag}>
              <Tag>
                {tag}
                {mayWrite ? (
                  <button
                    type="button"
                    aria-label={`Take the tag ${tag} away`}
                    onClick={() => void remove(tag)}
                    className="grid size-6 cursor-pointer place-items-center rounded-sm hover:bg-paper"
                  >
                    <X aria-hidden className="size-3" />
                  </button>
                ) : null}
              </Tag>
            </li>
          ))}
        </ul>
      )}
      {mayWrite ? (
        <form className="flex gap-2" onSubmit={(event) => void add(event)}>
          <input
            aria-label="New tag"
            placeholder="New tag"
            list="known-tags"
            maxLength={40}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            className="min-h-9 w-full min-w-0 rounded-sm border border-edge bg-paper px-2.5 text-sm placeholder:text-muted"
          />
          <datalist id="known-tags">
            {(known.data?.items ?? []).map(({ tag }) => (
              <option key={tag} value={tag} />
            ))}
          </datalist>
          <Button type="submit" disabled={typed.trim() === ''}>
            Add
          </Button>
        </form>
      ) : null}
    </Section>
  );
}
