export default { title: 'Mise en place' } as const;
