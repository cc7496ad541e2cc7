#!/usr/bin/env bash
# Makes in Kafka what the services and sources need, and lets each do that alone: topics (kafka-topics.txt), users, and
# their rights (kafka-acls.txt, made of rights.json). What is there already stays; it may be run again at any time.
#   kafka-rights.sh                              everything of the services
#   kafka-rights.sh source municipality:0461     a source: its own topic, and a user (municipality-0461, with the password
#                                                in SOURCE_SECRET) that may write there and do nothing else
set -euf -o pipefail

here=$(dirname "$0")
settings=$(mktemp)
cat > "$settings" <<SETTINGS
security.protocol=SASL_PLAINTEXT
sasl.mechanism=PLAIN
sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="broker" password="$KAFKA_BROKER_PASSWORD";
SETTINGS

kafka() {
  local tool=$1
  shift
  "${KAFKA_BIN:-/opt/kafka/bin}/kafka-$tool.sh" --bootstrap-server "${KAFKA_BROKER:-kafka:9095}" --command-config "$settings" "$@"
}
user() {
  kafka configs --alter --entity-type users --entity-name "$1" --add-config "SCRAM-SHA-512=[password=$2]"
}

if [ "${1:-}" = source ]; then
  name=${2/:/-}
  topic=source.${2/:/.}
  own=$(tail -n 1 "$here/kafka-topics.txt")
  kafka topics --create --if-not-exists ${own/OWN/$topic}
  user "$name" "$SOURCE_SECRET"
  kafka acls --add --allow-principal "User:$name" --operation Write --topic "$topic"
  exit
fi

while read -r arguments; do
  kafka topics --create --if-not-exists $arguments < /dev/null
done < <(head -n -1 "$here/kafka-topics.txt")

for name in $(sed 's/.*User:\([a-z-]*\) .*/\1/' "$here/kafka-acls.txt" | sort -u) operator; do
  password=${name//-/_}_PASSWORD
  password=${password^^}
  user "$name" "${!password}"
done
while read -r arguments; do
  kafka acls --add $arguments < /dev/null
done < "$here/kafka-acls.txt"
# Commands on the whole store, such as export and rebuild.
kafka acls --add --allow-principal User:operator --operation All --topic '*' --group '*'
