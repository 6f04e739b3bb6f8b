import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { Facts } from '../../components/Facts.tsx';
import { Count, Moment, Money, Weight } from '../../components/measures.tsx';
import { Section } from '../../components/Section.tsx';

/** What is known of a letter: to whom, how made, what it weighs and costs, and all its numbers. */
export function LetterFacts({ letter }: { letter: Schemas['Letter'] }) {
  const { t } = useTranslation(['letters', 'states']);
  const count = (value: number | null) => value !== null && <Count of={value} />;
  return (
    <Section title={t('facts')}>
      <Facts
        of={[
          {
            name: t('fact.recipient'),
            value: letter.recipientLines
              ? letter.recipientLines.map((line, i) => <div key={i}>{line}</div>)
              : t('fact.recipientErased'),
          },
          {
            name: t('fact.service'),
            value: t(`states:service.${letter.service as 'priority'}`, { defaultValue: letter.service }),
          },
          { name: t('fact.reference'), value: letter.clientReference },
          { name: t('fact.pages'), value: count(letter.pages) || undefined },
          { name: t('fact.sheets'), value: count(letter.sheets) || undefined },
          { name: t('fact.envelope'), value: letter.envelope },
          {
            name: t('fact.weight'),
            value: letter.weightMg !== null && (
              <>
                <Weight mg={letter.weightMg} />
                {letter.weightBand !== null && ` (${t('fact.band', { band: letter.weightBand })})`}
              </>
            ),
          },
          { name: t('fact.postage'), value: letter.postageCents !== null && <Money cents={letter.postageCents} /> },
          { name: t('fact.copies'), value: letter.copies > 0 && <Count of={letter.copies} /> },
          { name: t('fact.handedOver'), value: letter.handedOverAt && <Moment at={letter.handedOverAt} /> },
          { name: t('fact.accepted'), value: letter.acceptedByCarrierAt && <Moment at={letter.acceptedByCarrierAt} /> },
          { name: t('fact.deposit'), value: letter.depositDay && <Moment at={letter.depositDay} as="date" /> },
          { name: t('fact.carrier'), value: letter.carrierStatus },
          { name: t('fact.registered'), value: letter.registeredNumber },
          { name: t('fact.id'), value: <code>{letter.id}</code> },
        ]}
      />
    </Section>
  );
}
