#!/bin/sh
# Starts a Slurm cluster of one node, this machine, out of a folder of its own, and ends it again.
#
#   one-node.sh start FOLDER PORT     writes FOLDER/slurm.conf; the cluster listens on PORT and the one after it
#   one-node.sh stop FOLDER
#
# Needs Debian's slurmctld, slurmd, slurm-client and munge, and root. Touches nothing outside the folder.
set -eu
folder=$2

case $1 in
start)
  port=$3
  mkdir -p "$folder/state" "$folder/spool"
  dd if=/dev/urandom of="$folder/munge.key" bs=1024 count=1 2>/dev/null
  chmod 600 "$folder/munge.key"
  # The folder lies below one that everyone may write, which munged would refuse without being forced.
  munged --force --socket="$folder/munge.sock" --key-file="$folder/munge.key" --pid-file="$folder/munged.pid" \
    --seed-file="$folder/munged.seed" --log-file="$folder/munged.log" 2>/dev/null
  cat > "$folder/slurm.conf" <<CONF
ClusterName=samma
SlurmctldHost=localhost(127.0.0.1)
SlurmctldPort=$port
SlurmdPort=$((port + 1))
AuthType=auth/munge
AuthInfo=socket=$folder/munge.sock
CredType=cred/munge
SlurmUser=root
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=batch_sched_delay=0,sched_interval=1
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
MpiDefault=none
ReturnToService=2
NodeName=localhost NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
  SLURM_CONF=$folder/slurm.conf
  export SLURM_CONF
  slurmctld -c
  slurmd -N localhost -c
  # Two minutes, a busy machine's start included.
  for _ in $(seq 240); do
    case $(sinfo -h -o %T 2>/dev/null) in
    idle) exit 0 ;;
    esac
    sleep 0.5
  done
  echo "the node is not idle: $(sinfo 2>&1)" >&2
  exit 1
  ;;
stop)
  for daemon in slurmd slurmctld munged; do
    [ ! -s "$folder/$daemon.pid" ] || kill "$(cat "$folder/$daemon.pid")" 2>/dev/null || true
  done
  ;;
esac
