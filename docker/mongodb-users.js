// Makes in MongoDB a user for each service, by its name, that may do what rights.json says and nothing else, and one for
// commands on the whole store. Run by mongosh as the administrator, when the volume is new.
const { readFileSync } = require('node:fs');

const { services, everyone, rebuilt, rebuilds } = JSON.parse(readFileSync('/docker/rights.json', 'utf8'));
const store = db.getSiblingDB('rehabspor');

/** A collection by its name, and those that rebuilds put in its place, which are numbered from 2 on. */
const placesOf = (name) =>
  rebuilt.includes(name) ? [name, ...Array.from({ length: rebuilds }, (_, at) => `${name}_g${at + 2}`)] : [name];

for (const [service, { collections }] of Object.entries(services)) {
  const privileges = Object.entries(collections).flatMap(([name, actions]) =>
    placesOf(name).map((collection) => ({ resource: { db: 'rehabspor', collection }, actions })),
  );
  // Who comes first makes collections and indexes that are not there yet.
  privileges.push({ resource: { db: 'rehabspor', collection: '' }, actions: everyone.actions });
  store.createRole({ role: service, privileges, roles: [] });
  store.createUser({ user: service, pwd: passwordOf(service), roles: [service] });
}
store.createUser({ user: 'operator', pwd: passwordOf('operator'), roles: ['dbOwner'] });

function passwordOf(user) {
  const name = `${user.replaceAll('-', '_').toUpperCase()}_PASSWORD`;
  const password = process.env[name];
  if (!password) throw new Error(`${name} is not set.`);
  return password;
}
