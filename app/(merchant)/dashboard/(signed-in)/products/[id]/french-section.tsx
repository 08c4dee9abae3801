import { TextField } from '@/app/(merchant)/_ui/field';
import { Section } from '@/app/(merchant)/_ui/page';
import { HtmlField } from '../html-field';
import type { FormPart } from './product-form';

/** What it is called and said to be in French. */
export function FrenchSection({ form, fault, isReadOnly, set }: FormPart) {
  return (
    <Section title="In French" lead="What is empty is shown in the shop’s own language.">
      <TextField
        id="product-title-fr"
        label="French title"
        lang="fr"
        maxLength={255}
        readOnly={isReadOnly}
        value={form.french.title}
        fault={fault?.at('translations/fr/title')}
        onChange={(event) => set({ french: { ...form.french, title: event.target.value } })}
      />
      <HtmlField
        id="product-description-fr"
        label="French description"
        isReadOnly={isReadOnly}
        value={form.french.descriptionHtml}
        fault={fault?.at('translations/fr/descriptionHtml')}
        onChange={(descriptionHtml) => set({ french: { ...form.french, descriptionHtml } })}
      />
    </Section>
  );
}
