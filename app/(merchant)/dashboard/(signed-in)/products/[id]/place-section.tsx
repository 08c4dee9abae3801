import { TextField } from '@/app/(merchant)/_ui/field';
import { Section } from '@/app/(merchant)/_ui/page';
import { useVendors } from '../use-choices';
import type { FormPart } from './product-form';

/** Whose it is, of what kind, and at which address. */
export function PlaceSection({ form, fault, isReadOnly, set }: FormPart) {
  const vendors = useVendors();
  return (
    <Section title="Where it stands">
      <TextField
        id="product-vendor"
        label="Vendor"
        list="product-vendors"
        maxLength={255}
        readOnly={isReadOnly}
        value={form.vendor}
        fault={fault?.at('vendor')}
        onChange={(event) => set({ vendor: event.target.value })}
      />
      <datalist id="product-vendors">
        {vendors.map((vendor) => (
          <option key={vendor} value={vendor} />
        ))}
      </datalist>
      <TextField
        id="product-type"
        label="Type"
        maxLength={255}
        readOnly={isReadOnly}
        value={form.productType}
        fault={fault?.at('productType')}
        onChange={(event) => set({ productType: event.target.value })}
      />
      <TextField
        id="product-tags"
        label="Tags"
        hint="Separated by commas"
        readOnly={isReadOnly}
        value={form.tags}
        onChange={(event) => set({ tags: event.target.value })}
      />
      <TextField
        id="product-slug"
        label="Address"
        hint={`/products/${form.slug}; a former address leads here.`}
        readOnly={isReadOnly}
        value={form.slug}
        fault={
          fault?.at('slug') ??
          (fault?.problem.code === 'slug-taken' ? 'Another product has this address.' : undefined)
        }
        onChange={(event) => set({ slug: event.target.value })}
      />
    </Section>
  );
}
