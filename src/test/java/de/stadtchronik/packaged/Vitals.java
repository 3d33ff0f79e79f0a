package de.stadtchronik.packaged;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What a running service takes of the machine. */
final class Vitals implements AutoCloseable {

    private final ProcessHandle process;
    private final JMXConnector connector;
    private final MemoryMXBean memory;

    private Vitals(ProcessHandle process, JMXConnector connector, MemoryMXBean memory) {
        this.process = process;
        this.connector = connector;
        this.memory = memory;
    }

    static Vitals of(PackagedApp app) {
        try {
            var machine = VirtualMachine.attach(String.valueOf(app.pid()));
            try {
                var connector = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
                var memory = ManagementFactory.newPlatformMXBeanProxy(
                        connector.getMBeanServerConnection(), ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
                return new Vitals(ProcessHandle.of(app.pid()).orElseThrow(), connector, memory);
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Since its start, on all processors; the server of PostgreSQL is not in it. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Bytes of the heap that are needed right now: those left by a full collection. */
    long heapNeeded() {
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
