import { Button, Text } from '@react-email/components';
import type { Language } from '../texts';
import { Layout } from './layout';
import { styles } from './styles';

type Props = {
  readonly language: Language;
  readonly shop: string;
  readonly title: string;
  readonly text: string;
  /** Facts, one a line. */
  readonly items?: readonly string[];
  readonly action?: { readonly label: string; readonly url: string };
  readonly why: string;
};

/** A mail of a few words: what it is about, the facts, and what can be done. */
export function PlainMail({ language, shop, title, text, items = [], action, why }: Props) {
  return (
    <Layout language={language} shop={shop} title={title} preview={text} why={why}>
      <Text style={styles.text}>{text}</Text>
      {items.length > 0 && (
        <ul style={{ ...styles.text, paddingLeft: '20px' }}>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
      {action && (
        <Button href={action.url} style={styles.button}>
          {action.label}
        </Button>
      )}
    </Layout>
  );
}
