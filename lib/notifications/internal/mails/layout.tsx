import { Body, Container, Head, Heading, Hr, Html, Preview, Text } from '@react-email/components';
import type { ReactNode } from 'react';
import type { Language } from '../texts';
import { styles } from './styles';

type Props = {
  readonly language: Language;
  readonly shop: string;
  readonly title: string;
  readonly preview: string;
  /** Why its reader gets it. */
  readonly why: string;
  readonly children: ReactNode;
};

/** What every mail has around its own words: the shop's name above, why it was sent below. */
export function Layout({ language, shop, title, preview, why, children }: Props) {
  return (
    <Html lang={language}>
      <Head>
        <title>{title}</title>
      </Head>
      <Preview>{preview}</Preview>
      <Body style={styles.body}>
        <Container style={styles.container}>
          <Text style={styles.shop}>{shop}</Text>
          <Heading as="h1" style={styles.title}>
            {title}
          </Heading>
          {children}
          <Hr style={styles.line} />
          <Text style={styles.small}>{why}</Text>
        </Container>
      </Body>
    </Html>
  );
}
