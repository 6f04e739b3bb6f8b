/** The provinces of Spain in the order of their numbers, which begin the postcode: 01 to 52 (Correos). */
const provinces =
  'Álava,Albacete,Alicante,Almería,Ávila,Badajoz,Illes Balears,Barcelona,Burgos,Cáceres,Cádiz,Castellón,Ciudad Real,Córdoba,A Coruña,Cuenca,Girona,Granada,Guadalajara,Gipuzkoa,Huelva,Huesca,Jaén,León,Lleida,La Rioja,Lugo,Madrid,Málaga,Murcia,Navarra,Ourense,Asturias,Palencia,Las Palmas,Pontevedra,Salamanca,Santa Cruz de Tenerife,Cantabria,Segovia,Sevilla,Soria,Tarragona,Teruel,Toledo,Valencia,Valladolid,Bizkaia,Zamora,Zaragoza,Ceuta,Melilla'.split(
    ',',
  );

/** The province of a Spanish postcode; undefined when it has none. */
export const provinceOf = (postcode: string): string | undefined =>
  /^\d{5}$/.test(postcode) ? provinces[Number(postcode.slice(0, 2)) - 1] : undefined;
