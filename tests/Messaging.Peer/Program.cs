using Dukcapil.Contracts;
using Dukcapil.Messaging.Peer;
using Dukcapil.ServiceDefaults.Messaging.InProcess;

// PEER_SERVICES names the services of this process. With several they share it, as in Standalone; with one it speaks over RabbitMQ.
var names = Environment.GetEnvironmentVariable("PEER_SERVICES")!.Split(',');
var bus = names.Length > 1 ? new InProcessBus() : null;
var peers = names.ToDictionary(name => name, name => Peer.Build(name, bus, listens: name == names[0]));
var front = peers[names[0]];
PeerApi.Map(front, sender: peers.GetValueOrDefault(ServiceNames.Intake, front), receiver: peers.GetValueOrDefault(ServiceNames.Registry, front));
foreach (var peer in peers.Values.Reverse()) await peer.StartAsync();
await front.WaitForShutdownAsync();
